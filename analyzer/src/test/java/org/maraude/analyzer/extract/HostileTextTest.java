package org.maraude.analyzer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.analyzer.masking.MaskedAd;
import org.maraude.analyzer.masking.Masking;
import org.maraude.events.ads.ObservedAd;

/**
 * Texts made to be slow or to break offsets. Time is the thread's own, so that load is no matter.
 */
class HostileTextTest {

  private static final Duration MOST = Duration.ofSeconds(2);
  private static final Extractor EXTRACTOR = Extractor.create();

  @BeforeAll
  static void warmUp() {
    EXTRACTOR.extract(Cases.ad("Léa 22 ans 06 39 98 12 04"));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("ten megabytes of words", "bonjour ".repeat(1_300_000)),
        Arguments.of("ten megabytes of digits", "06 39 98 ".repeat(1_200_000)),
        Arguments.of("a hundred thousand marks on one letter", "e" + "\u0301".repeat(100_000)),
        Arguments.of("marks on a digit", "06 3" + "\u0336".repeat(100_000) + "9 98 12 04"),
        Arguments.of("lone surrogates", "\uD83D 06 39 \uDE00".repeat(10_000)),
        Arguments.of("bidi overrides", "\u202E06\u202C 39 \u202D98 ".repeat(10_000)),
        Arguments.of("one word", "vingt".repeat(20_000)),
        Arguments.of("one word with blanks", "quatre ".repeat(14_000)),
        Arguments.of("fifty thousand digits", "0".repeat(50_000)),
        Arguments.of("fifty thousand single digits", "0 ".repeat(50_000)),
        Arguments.of("single letters", "z e r o ".repeat(12_000)),
        Arguments.of("at signs", "@".repeat(100_000)),
        Arguments.of("letters and at signs", "a@".repeat(50_000)),
        Arguments.of("letters and dots", "a.".repeat(50_000)),
        Arguments.of("spelt dots", "a point ".repeat(12_000)),
        Arguments.of("brackets", "(a(".repeat(33_000)),
        Arguments.of("slashes", "http://".repeat(14_000)),
        Arguments.of("networks", "snap : ".repeat(14_000)),
        Arguments.of("prices", "80€ 1h ".repeat(14_000)),
        Arguments.of("ages", "22 ans ".repeat(14_000)),
        Arguments.of("durations", "1h ".repeat(33_000)),
        Arguments.of("references", "ref ".repeat(25_000)),
        Arguments.of("names", "je m'appelle ".repeat(7_000)),
        Arguments.of("pluses", "+(".repeat(50_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void noTextTakesLong(String about, String text) {
    ObservedAd ad = Cases.ad("\n" + text);
    var clock = java.lang.management.ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    MaskedAd masked = Masking.of(ad, EXTRACTOR.extract(ad));
    Duration taken = Duration.ofNanos(clock.getCurrentThreadCpuTime() - start);
    assertThat(taken).as(about).isLessThan(MOST);
    assertThat(masked.body().length()).isLessThanOrEqualTo(3 * AdText.LONGEST);
  }
}
