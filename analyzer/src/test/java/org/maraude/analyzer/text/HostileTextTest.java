package org.maraude.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody writes, reading it ends soon, and every mark falls on whole letters. */
class HostileTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("10 MB of words", "Bonjour, je suis là. ".repeat(500_000), true),
        Arguments.of("marks on one letter", "e" + "\u0301".repeat(100_000), false),
        Arguments.of("lone surrogates", "a\uD83C b\uDF3A ".repeat(20_000), false),
        Arguments.of("bidi overrides", "\u202Enotre\u202C ".repeat(10_000), false),
        Arguments.of("one word", "agence ".repeat(25_000), false),
        Arguments.of("one long word", "a".repeat(150_000), false),
        Arguments.of("digits", "6".repeat(50_000), false),
        Arguments.of("digits and letters", "a1".repeat(50_000), false),
        Arguments.of("single letters", "a ".repeat(90_000), false),
        Arguments.of("hyphens", "ab-".repeat(60_000), false),
        Arguments.of("dots in a word", "ab.".repeat(60_000), false),
        Arguments.of("zero width", "\u200B".repeat(150_000) + "a", false),
        Arguments.of("look-alikes", "nоtrе ".repeat(30_000), false),
        Arguments.of("mathematical letters", "𝓷".repeat(90_000), false),
        Arguments.of("emoji", "👩‍👩‍👧".repeat(20_000), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  @Timeout(20)
  void readingEndsSoonAndSaysWhetherAllWasRead(String name, String text, boolean cut) {
    AnalyzedText.of("the first text makes the tables");
    // The thread's own time, so that load is no matter.
    var clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    var analyzed = AnalyzedText.of(text);
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start))
        .as(name)
        .isLessThan(Duration.ofSeconds(2));
    assertThat(analyzed.cut()).isEqualTo(cut);
    assertThat(analyzed.readings().size()).isLessThanOrEqualTo(12 * analyzed.tokens().size());
    for (var token : analyzed.readings()) {
      assertThat(token.end() - token.start()).isPositive();
    }
  }

  private static final List<String> LETTERS =
      List.of(
          "a",
          "é",
          "e\u0301",
          "e\u0301\u0302",
          "👩‍👩‍👧",
          "👩🏽‍⚕️",
          "🇫🇷",
          "🅰",
          "🅽",
          "𝓷",
          "ｎ",
          " ",
          "  ",
          "'",
          "’",
          "\u200B",
          "\u00AD",
          "0️⃣",
          "0",
          "7",
          ".",
          "-",
          "*",
          "_",
          "@",
          "€",
          "\n",
          "ß",
          "İ",
          "ﬁ",
          "о",
          "е",
          "ο",
          "א",
          "ب",
          "漢",
          "が",
          "ไ",
          "한",
          "m",
          "rn",
          "!",
          "\u202E");

  @Test
  void noMarkSplitsAGraphemeOrAPair() {
    var random = new Random(20261125);
    var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    for (int round = 0; round < 3000; round++) {
      var made = new StringBuilder();
      for (int left = random.nextInt(40); left > 0; left--) {
        made.append(LETTERS.get(random.nextInt(LETTERS.size())));
      }
      var text = made.toString();
      graphemes.setText(text);
      for (var token : AnalyzedText.of(text).readings()) {
        assertThat(token.end()).isGreaterThan(token.start());
        assertThat(graphemes.isBoundary(token.start()))
            .as("start of %s in <%s>", token, text)
            .isTrue();
        assertThat(graphemes.isBoundary(token.end())).as("end of %s in <%s>", token, text).isTrue();
      }
    }
  }

  @Test
  void aLongLetterIsMarkedWhole() {
    var text = "é" + "\u0301".repeat(1000) + " fin";
    assertThat(AnalyzedText.of(text).tokens().getFirst().end()).isEqualTo(1001);
  }
}
