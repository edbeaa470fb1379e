package org.maraude.benchmarks.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@code KillBenchmark [SEEDS] [KILLS] [ITEMS] [PEOPLE]}: 5 seeds of 6 kills each, 32 people on
 * 5,000 items by default. Prints a row a seed and ends with 1 when the checker finds anything.
 */
public final class KillBenchmark {

  private KillBenchmark() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    var sizes = new int[] {5, 6, 5_000, 32};
    for (int i = 0; i < Math.min(args.length, sizes.length); i++) {
      sizes[i] = Integer.parseInt(args[i]);
    }
    boolean good = true;
    System.out.println(
        "| seed | kills | items | claims | decisions acknowledged | answers lost | s | faults |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int seed = 1; seed <= sizes[0]; seed++) {
      var work = Files.createTempDirectory("maraude-kills-");
      var outcome = new KillRig(work, seed, sizes[3], sizes[2]).run(drawn(seed, sizes[1]));
      System.out.printf(
          "| %d | %s | %d | %d | %d | %d | %d | %d |%n",
          seed,
          outcome.kills(),
          outcome.items(),
          outcome.claims(),
          outcome.decisions(),
          outcome.unanswered(),
          outcome.took().toSeconds(),
          outcome.faults().size());
      outcome.faults().stream().limit(20).forEach(System.out::println);
      if (outcome.faults().isEmpty()) {
        delete(work);
      } else {
        System.out.println("files in " + work);
        good = false;
      }
    }
    System.exit(good ? 0 : 1);
  }

  /** Each kind once, as far as there are so many kills, and drawn ones; in a drawn order. */
  private static List<KillRig.Kill> drawn(long seed, int kills) {
    var random = new SplittableRandom(seed);
    var all = KillRig.Kill.values();
    var drawn = new ArrayList<>(List.of(all).subList(0, Math.min(kills, all.length)));
    while (drawn.size() < kills) {
      drawn.add(all[random.nextInt(all.length)]);
    }
    Collections.shuffle(drawn, random);
    return List.copyOf(drawn);
  }

  private static void delete(Path folder) throws java.io.IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
