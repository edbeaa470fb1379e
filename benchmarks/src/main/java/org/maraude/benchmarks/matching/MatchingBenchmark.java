package org.maraude.benchmarks.matching;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maraude.analyzer.rules.CompiledRuleMatcher;
import org.maraude.analyzer.rules.MonitorRuleMatcher;
import org.maraude.analyzer.text.AdWords;

/**
 * Prints microseconds and bytes an ad of about 100 words, from the text to the places, on one
 * thread. Every engine is first checked against the Monitor on the same ads.
 *
 * <p>Arguments: seconds a row (2), numbers of rules (200,2000,20000), vocabularies
 * (natural,shared).
 */
public final class MatchingBenchmark {

  private static final int ADS = 500;
  private static final int CHECKED = 100;

  private MatchingBenchmark() {}

  /** How an engine is made once the bank is there. */
  private interface Make {
    Engine engine() throws Exception;
  }

  /** Ends with 1 when an engine finds something else than the Monitor. */
  public static void main(String[] arguments) throws Exception {
    double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 2;
    var sizes = (arguments.length > 1 ? arguments[1] : "200,2000,20000").split(",", -1);
    var words = (arguments.length > 2 ? arguments[2] : "natural,shared").split(",", -1);
    for (boolean onlyPhrases : new boolean[] {true, false}) {
      for (var name : words) {
        for (var size : sizes) {
          var vocabulary = Vocabularies.valueOf(name.toUpperCase(Locale.ROOT));
          table(vocabulary, Integer.parseInt(size), onlyPhrases, seconds);
        }
      }
    }
  }

  private static void table(Vocabularies words, int rules, boolean onlyPhrases, double seconds)
      throws Exception {
    var bank = Bank.of(words, rules, ADS, onlyPhrases);
    System.out.printf(
        "%n%,d rules, %s vocabulary, %s%n",
        rules,
        words.name().toLowerCase(Locale.ROOT),
        onlyPhrases ? "phrases only" : "distances and guards in every third");
    try (var counting = new CompiledRuleMatcher(bank.rules())) {
      System.out.printf(
          "clauses looked at: %.1f an ad of %,d%n",
          bank.ads().stream()
              .mapToInt(ad -> counting.candidates(AdWords.of("", ad)))
              .average()
              .orElse(0),
          rules * 3L);
    }
    System.out.printf("%-28s %12s %12s %10s%n", "engine", "us/ad", "bytes/ad", "x Monitor");
    var engines = engines(bank, onlyPhrases);
    double monitor = 0;
    try (var oracle = Engine.of(new MonitorRuleMatcher(bank.rules()))) {
      for (var entry : engines.entrySet()) {
        try (var engine = entry.getValue().engine()) {
          if (!entry.getKey().startsWith("words")) {
            check(entry.getKey(), engine, oracle, bank.ads());
          }
          var cost = measure(engine, bank.ads(), seconds);
          monitor = monitor == 0 ? cost.micros() : monitor;
          System.out.printf(
              "%-28s %,12.1f %,12.0f %9.1fx%n",
              entry.getKey(), cost.micros(), cost.bytes(), monitor / cost.micros());
        }
      }
    }
  }

  private static Map<String, Make> engines(Bank bank, boolean onlyPhrases) {
    var engines = new LinkedHashMap<String, Make>();
    engines.put("Monitor", () -> Engine.of(new MonitorRuleMatcher(bank.rules())));
    engines.put("compiled", () -> Engine.of(new CompiledRuleMatcher(bank.rules())));
    engines.put(
        "Monitor without presearcher",
        () -> Engine.of(MonitorRuleMatcher.tryingEveryRule(bank.rules())));
    engines.put(
        "compiled, every rule tried",
        () -> Engine.of(CompiledRuleMatcher.tryingEveryRule(bank.rules())));
    engines.put("words alone, no matching", Engine::wordsOnly);
    if (onlyPhrases) {
      engines.put("java.util.regex in a loop", () -> PhraseEngines.regex(bank.phrases()));
      engines.put("Aho-Corasick", () -> PhraseEngines.ahoCorasick(bank.phrases()));
      engines.put("Hyperscan", () -> PhraseEngines.hyperscan(bank.phrases()));
    }
    return engines;
  }

  private static void check(String name, Engine engine, Engine oracle, List<String> ads) {
    int places = 0;
    int checked = name.contains("loop") ? CHECKED / 10 : CHECKED;
    for (var ad : ads.subList(0, checked)) {
      var expected = oracle.match(ad);
      if (!engine.match(ad).equals(expected)) {
        System.out.println(name + " finds something else than the Monitor in: " + ad);
        System.exit(1);
      }
      places += expected.size();
    }
    if (places == 0) {
      throw new IllegalStateException("no ad held any rule: nothing was checked");
    }
  }

  /** What an ad costs. */
  private record Cost(double micros, double bytes) {}

  private static Cost measure(Engine engine, List<String> ads, double seconds) {
    run(engine, ads, seconds);
    return run(engine, ads, seconds);
  }

  private static Cost run(Engine engine, List<String> ads, double seconds) {
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long until = (long) (seconds * 1e9);
    long bytes = thread.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    long processor = thread.getCurrentThreadCpuTime();
    long found = 0;
    int done = 0;
    while (System.nanoTime() - start < until) {
      found += engine.match(ads.get(done % ads.size())).size();
      done++;
    }
    double micros = (thread.getCurrentThreadCpuTime() - processor) / 1e3 / done;
    if (found < 0) {
      throw new IllegalStateException("the result must be used");
    }
    return new Cost(micros, (thread.getCurrentThreadAllocatedBytes() - bytes) / (double) done);
  }
}
