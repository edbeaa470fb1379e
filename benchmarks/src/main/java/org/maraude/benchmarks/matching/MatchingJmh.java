package org.maraude.benchmarks.matching;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.rules.CompiledRuleMatcher;
import org.maraude.analyzer.rules.MonitorRuleMatcher;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same as {@link MatchingBenchmark} by JMH, with distances and guards: an ad of about 100 words
 * from the text to the places. Add {@code -prof gc} for bytes an ad.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MatchingJmh {

  private static final int ADS = 500;

  /** Which matcher; {@code WORDS} only tokenises. */
  public enum Kind {
    MONITOR,
    COMPILED,
    WORDS
  }

  @Param({"200", "2000", "20000"})
  private int rules;

  @Param({"NATURAL", "SHARED"})
  private Vocabularies vocabulary = Vocabularies.NATURAL;

  @Param private Kind engine = Kind.COMPILED;

  private List<String> ads = List.of();
  private @Nullable Engine used;
  private int next;

  @Setup
  public void make() {
    var bank = Bank.of(vocabulary, rules, ADS, false);
    ads = bank.ads();
    used =
        switch (engine) {
          case MONITOR -> Engine.of(new MonitorRuleMatcher(bank.rules()));
          case COMPILED -> Engine.of(new CompiledRuleMatcher(bank.rules()));
          case WORDS -> Engine.wordsOnly();
        };
  }

  @TearDown
  public void close() throws Exception {
    if (used != null) {
      used.close();
    }
  }

  /** The places, handed to JMH so that nothing is left out. */
  @Benchmark
  public Set<?> match() {
    next = next + 1 == ads.size() ? 0 : next + 1;
    return used == null ? Set.of() : used.match(ads.get(next));
  }
}
