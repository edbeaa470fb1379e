package org.maraude.dashboard.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.events.Topic;

/**
 * An invented ad full of emoji, loose accents, letters and digits from elsewhere, with the spans
 * that the analyzer gave it: each mark lies on the words that were meant.
 */
class MarksIT {

  private static final String AD = "demo-d:1";
  private static final String LONG_AD = "demo-d:2";

  /** The words that carry a sign's number, each stretch whole although signs overlap. */
  private static final String MARKED =
      """
      (text, number) => {
        const stretches = [];
        let open = false;
        for (const node of text.childNodes) {
          const has = node.nodeName === 'MARK'
              && node.dataset.signs.split(/\\D+/).includes(number);
          if (has && open) {
            stretches[stretches.length - 1] += node.textContent;
          } else if (has) {
            stretches.push(node.textContent);
          }
          open = has || (open && node.textContent === '');
        }
        return stretches;
      }
      """;

  @TempDir static Path folder;
  private static RunningDashboard dashboard;
  private static TestBrowser browser;
  private static Page page;

  @BeforeAll
  static void open() throws IOException {
    dashboard = RunningDashboard.start(folder);
    var json = recorded();
    publish(AD, json);
    publish(
        LONG_AD,
        json.replace(AD, LONG_AD).replace("\"why\": [", "\"why\": [\n  \"body-cut:100000\","));
    dashboard.awaitItems(2);
    browser = new TestBrowser(dashboard.dashboard().url());
    page = browser.open(1280, ColorScheme.LIGHT, true);
    browser.logIn(page, dashboard.dashboard().demoLogins(), "outreach");
  }

  @AfterAll
  static void close() {
    browser.close();
    dashboard.close();
  }

  /** As {@code assess} wrote it, but read just now. */
  private static String recorded() throws IOException {
    try (var bytes = MarksIT.class.getResourceAsStream("disguised-ad-assessed.json")) {
      assertThat(bytes).isNotNull();
      var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .replace("2026-11-01T08:00:00Z", now);
    }
  }

  private static void publish(String adId, String json) {
    dashboard.publish(Topic.ADS_ASSESSED, adId, json.getBytes(StandardCharsets.UTF_8));
  }

  private static void show(String adId) {
    var id =
        dashboard
            .sql()
            .sql("select id::text from items where ad_id = ?")
            .param(adId)
            .query(String.class)
            .single();
    page.navigate("/items/" + id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "management-bookings   | 𝓷𝓸𝓽𝓻𝓮 secre\u0301tariat;rendez-vous pour elle",
        "management-driver     | ｃｈａｕｆｆｅｕｒ la de\u0301pose",
        "management-team       | 🅝🅞🅣🅡🅔 équipe",
        "reassurance-reliable  | Annonce 𝓼𝓮𝓻𝓲𝓮𝓾𝓼𝓮",
        "third-person-only     | 𝓷𝓸𝓽𝓻𝓮;elle;🅝🅞🅣🅡🅔",
        "stated-limits-deposit | acompte demandé",
        "phone-obscured-any    | 06 ** ** ** 34",
      })
  void aSignsMarksLieOnItsWords(String rule, String words) {
    show(AD);
    var sign = page.locator(".sign").filter(new Locator.FilterOptions().setHasText(rule + " v"));
    var number = sign.locator(".sign-number").innerText().strip();
    var marked =
        page.locator("#ad-body").evaluate("(text) => (" + MARKED + ")(text, '" + number + "')");
    assertThat(marked).isEqualTo(List.of(words.split(";")));
  }

  @Test
  void theWholeTextIsShownToTheLastLetter() {
    show(AD);
    assertThat(page.locator("#ad-body").textContent())
        .startsWith("🌸👩‍👩‍👧 E\u0301te\u0301 : 𝓷𝓸𝓽𝓻𝓮 ")
        .endsWith("Standard : 06 ** ** ** 34 📞, acompte demandé ☕.")
        .doesNotContain("\uFFFD");
    assertThat(page.locator("#ad-title").textContent().strip())
        .isEqualTo("👩🏽‍⚕️ Bonjour, l’agence 😊");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aTextThatWasNotReadWholeSaysSo() {
    show(LONG_AD);
    assertThat(page.locator(".because"))
        .containsText("Texte trop long : rien n’a été lu au-delà de 100000 caractères.");
  }
}
