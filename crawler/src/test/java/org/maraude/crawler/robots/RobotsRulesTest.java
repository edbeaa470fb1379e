package org.maraude.crawler.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** RFC 9309 as {@code rules.yaml} reads it. */
class RobotsRulesTest {

  private static final String ORIGIN = "https://demo.example";

  private record Case(
      String name,
      String robots,
      List<String> may,
      List<String> no,
      Duration delay,
      List<String> sitemaps) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var file = RobotsRulesTest.class.getResourceAsStream("rules.yaml")) {
      var all = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      return all.stream().map(each -> read((Map<?, ?>) each));
    }
  }

  private static Case read(Map<?, ?> one) {
    var delay = one.get("delay") == null ? 0 : ((Number) one.get("delay")).doubleValue();
    return new Case(
        text(one, "case"),
        text(one, "robots"),
        texts(one.get("may")),
        texts(one.get("no")),
        Duration.ofMillis(Math.round(delay * 1000)),
        texts(one.get("sitemaps")));
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable Object list) {
    return list == null ? List.of() : ((List<?>) list).stream().map(String::valueOf).toList();
  }

  private static String text(Map<?, ?> one, String key) {
    return Objects.requireNonNull((String) one.get(key), key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aRobotsFileMeansWhatTheRfcSays(Case one) {
    var rules = RobotsRules.parse(ORIGIN, one.robots());
    assertThat(one.may()).allSatisfy(path -> assertThat(rules.allows(ORIGIN + path)).isTrue());
    assertThat(one.no()).allSatisfy(path -> assertThat(rules.allows(ORIGIN + path)).isFalse());
    assertThat(rules.crawlDelay()).isEqualTo(one.delay());
    assertThat(rules.sitemaps()).isEqualTo(one.sitemaps());
  }
}
