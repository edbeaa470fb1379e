package org.maraude.analyzer.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;

/**
 * Ads made to be slow or large, from reading to sealing, with the built-in rules. Time and memory
 * are the thread's own, so that load is no matter.
 */
class HostileAdTest {

  private static final Duration MOST = Duration.ofSeconds(2);

  /** All that one ad allocates, kept or not: the memory it needs at once is less. */
  private static final long MOST_BYTES = 400L * 1024 * 1024;

  /** What a broker takes as one record. */
  private static final int LARGEST_RECORD = 1_000_000;

  private static final String CUT = "body-cut:" + AdText.LONGEST;

  @TempDir static Path folder;
  private static RuleSet rules;
  private static Assessor assessor;

  @BeforeAll
  static void load() {
    var reader = AdReader.create();
    rules = RuleSet.load(RuleFiles.builtIn(), reader);
    var keys =
        KeyFolder.openOrCreate(folder.resolve("keys"), Clock.fixed(Ads.NOON, ZoneOffset.UTC));
    assessor = new Assessor(reader, keys.tokens(), keys.sealer());
    assessor.assess(Ads.ad("0", "Léa, 22 ans. Notre équipe. 06 39 98 12 04"), rules, 1);
  }

  @AfterAll
  static void close() {
    rules.close();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("ten megabytes of words", "bonjour, je suis là ".repeat(500_000), true),
        Arguments.of("ten megabytes of numbers", "06 39 98 12 34 ".repeat(700_000), true),
        Arguments.of("ten megabytes of rules' words", "notre équipe ".repeat(800_000), true),
        Arguments.of("marks on one letter", "e" + "\u0301".repeat(100_000), true),
        Arguments.of("lone surrogates", "a\uD83C b\uDF3A ".repeat(16_000), false),
        Arguments.of("bidi overrides", "\u202Enotre\u202C équipe ".repeat(5_000), false),
        Arguments.of("one word", "agence ".repeat(14_000), false),
        Arguments.of("one long word", "a".repeat(100_000), false),
        Arguments.of("fifty thousand digits", "6".repeat(50_000), false),
        Arguments.of("ages", "16 ans ".repeat(14_000), false),
        Arguments.of("addresses", "a@b.test ".repeat(11_000), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void anAdIsAssessedSoonInBoundedMemoryAndSaysWhetherItWasReadWhole(
      String about, String text, boolean cut) {
    var ad = Ads.ad("1", text);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    Assessment assessment = assessor.assess(ad, rules, 1);
    long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    var taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - cpu);

    assertThat(taken).as(about).isLessThan(MOST);
    assertThat(bytes).as("bytes for %s", about).isLessThan(MOST_BYTES);
    assertThat(assessment.why().contains(CUT)).as("%s in %s", CUT, assessment.why()).isEqualTo(cut);
    assertThat(EventJson.write(assessment).length).isLessThan(LARGEST_RECORD);
  }
}
