package org.maraude.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostedDateTest {

  private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvFileSource(
      resources = "posted-dates.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0001',
      nullValues = "none")
  void datesOfPostingAreRead(String text, Instant instant, String why) {
    assertThat(PostedDate.parse(text, PARIS, NOW)).as(why).isEqualTo(instant);
  }

  @Test
  void aSiteElsewhereHasItsOwnTime() {
    var zone = ZoneId.of("Indian/Reunion");
    assertThat(PostedDate.parse("hier 14:05", zone, NOW)).isEqualTo("2026-11-02T10:05:00Z");
    assertThat(PostedDate.parse("12/03/2026", zone, NOW)).isEqualTo("2026-03-11T20:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 ", "12 mars ", "il y a 1 h ", "a few ", "\u00a0", "9:", "1/", "-"})
  void aLongTextIsNoDateAndTakesNoTime(String part) {
    var start = System.nanoTime();
    PostedDate.parse(part.repeat(200 / part.length()), PARIS, NOW);
    assertThat(PostedDate.parse(part.repeat(10_000), PARIS, NOW)).isNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
