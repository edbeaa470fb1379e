package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.crawler.politeness.Backoff;
import org.maraude.crawler.testsite.RawSite;
import org.maraude.events.crawl.FetchOutcome;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every answer of {@code answers.yaml} on a real connection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {

  private static final String AD =
      "<h1>Annonce</h1><div data-id=1 class=body>Bonjour, tel 06 39 98 00 01</div>";

  private record Case(
      String name,
      String answer,
      FetchOutcome ends,
      boolean pause,
      int redirects,
      @Nullable String etag,
      @Nullable String retryAfter) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final RawSite server = RawSite.start();
  private final Asking asking = new Asking();

  @BeforeAll
  void anOrdinaryRequestWorks() {
    server.answer("/ad/0", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + AD);
    assertThat(asking.ad(server.file(5), server.origin() + "/ad/0").outcome())
        .isEqualTo(FetchOutcome.CONTENT);
  }

  @AfterAll
  void stop() {
    asking.close();
    server.close();
  }

  static Stream<Case> cases() throws IOException {
    try (var file = AnswersTest.class.getResourceAsStream("answers.yaml")) {
      var all = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      return all.stream().map(each -> read((Map<?, ?>) each));
    }
  }

  private static Case read(Map<?, ?> one) {
    return new Case(
        text(one, "case"),
        text(one, "answer"),
        FetchOutcome.valueOf(text(one, "ends")),
        Boolean.TRUE.equals(one.get("pause")),
        one.get("redirects") == null ? 0 : (Integer) one.get("redirects"),
        (String) one.get("etag"),
        (String) one.get("retryAfter"));
  }

  private static String text(Map<?, ?> one, String key) {
    return Objects.requireNonNull((String) one.get(key), key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void anAnswerEndsByItsName(Case one) {
    var path = "/ad/" + (server.requests().size() + 10);
    var here = server.origin() + path;
    server.answer(
        path,
        one.answer()
            .replace("{ad}", AD)
            .replace("{length}", Integer.toString(AD.length()))
            .replace("{hex}", Integer.toHexString(AD.length()))
            .replace("{long}", "a".repeat(9000))
            .replace("{here}", here)
            .replace("{port}", Integer.toString(server.port())));
    var before = server.requests().size();
    var result = asking.ad(server.file(5), here, one.redirects(), one.etag());
    assertThat(result.outcome()).isEqualTo(one.ends());
    assertThat(Backoff.refusal(result.outcome()).isPresent()).isEqualTo(one.pause());
    assertThat(result.retryAfter()).isEqualTo(one.retryAfter());
    assertThat(server.requests()).hasSize(before + 1);
  }
}
