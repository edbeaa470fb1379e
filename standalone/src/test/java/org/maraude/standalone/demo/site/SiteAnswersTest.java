package org.maraude.standalone.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.maraude.standalone.demo.SharedWorld;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.Seed;
import org.maraude.standalone.demo.population.SiteId;

class SiteAnswersTest {

  @Test
  void refusalsNameWhenToComeBackAndAWallShowsNoAd() {
    SiteAnswers answers =
        new SiteAnswers(
            SitePages.of(SiteId.MOULIN),
            page -> SharedWorld.WORLD.at(SharedWorld.EPOCH),
            new FaultPlan(new Seed(3), SiteId.MOULIN, false));
    DemoAd ad = SharedWorld.WORLD.at(SharedWorld.EPOCH).on(SiteId.MOULIN).get(0);
    SiteAnswers.Asked asked =
        new SiteAnswers.Asked(URI.create("/d/" + ad.localId() + "/"), null, null);
    int refused = 0;
    int walls = 0;
    int late = 0;
    for (int i = 0; i < 8_000; i++) {
      SiteAnswers.Timed timed = answers.answer(asked);
      Answer answer = timed.answer();
      if (answer.status() == 429 || answer.status() == 503) {
        refused++;
        assertThat(answer.headers().get("Retry-After")).isIn("1", "2");
      } else if (!new String(answer.body(), StandardCharsets.UTF_8).contains(ad.localId())
          && !new String(answer.body(), StandardCharsets.UTF_8).contains("texte")) {
        walls++;
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Vérification");
      }
      late += timed.delayMillis() > 0 ? 1 : 0;
    }
    assertThat(refused).isBetween(5, 30);
    assertThat(walls).isEqualTo(1);
    assertThat(late).isPositive();
  }

  @Test
  void whatACharacterSetLacksIsWrittenAsAReference() {
    Charset western = Charset.forName("windows-1252");
    assertThat(new String(Markup.encode("ș 1 € é \uD83D\uDCDE", western), western))
        .isEqualTo("&#537; 1 € é &#128222;");
  }

  @Test
  void markupInATextStaysText() {
    assertThat(Markup.paragraphs("<b> & \"a\"\nb", "p"))
        .isEqualTo("<p>&lt;b&gt; &amp; &quot;a&quot;</p>\n<p>b</p>");
  }
}
