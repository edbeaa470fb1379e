package org.maraude.benchmarks.links;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.maraude.analyzer.links.InMemoryLinkState;
import org.maraude.analyzer.links.LinkedAd;
import org.maraude.analyzer.links.Linker;

/**
 * {@code LinksBenchmark [ADS,ADS,...]}: links invented ads of about 100 words over the in-memory
 * state, one thread, from the published ad to its links; prints a row a size. 10,000, 100,000 and
 * 1,000,000 ads by default; the last wants {@code -Xmx} of some gigabytes.
 */
public final class LinksBenchmark {

  private static final int WARM_UP = 20_000;
  private static final long SEED = 1;

  private LinksBenchmark() {}

  public static void main(String[] args) {
    var sizes =
        args.length > 0
            ? Arrays.stream(args[0].split(",")).mapToInt(Integer::parseInt).toArray()
            : new int[] {10_000, 100_000, 1_000_000};
    run(WARM_UP);
    System.out.println(
        "| ads | seconds | ads/s | us an ad | of the last tenth | heap bytes an ad | text groups |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int ads : sizes) {
      System.out.println(run(ads));
    }
  }

  private static String run(int ads) {
    long before = usedHeap();
    var state = new InMemoryLinkState();
    var linker = new Linker(state, merged -> {});
    var market = new Market(SEED);
    long spent = 0;
    long lastTenth = 0;
    for (int i = 0; i < ads; i++) {
      var ad = market.next();
      long begin = System.nanoTime();
      linker.observe(LinkedAd.of(ad));
      linker.view(ad.adId());
      long took = System.nanoTime() - begin;
      spent += took;
      lastTenth += i >= ads - ads / 10 ? took : 0;
    }
    long heap = usedHeap() - before;
    Set<Long> groups = new HashSet<>();
    state.groups().forEach((root, group) -> groups.add(root));
    return "| %d | %.1f | %.0f | %.1f | %.1f | %d | %d |"
        .formatted(
            ads,
            spent / 1e9,
            ads / (spent / 1e9),
            spent / 1e3 / ads,
            lastTenth / 1e3 / (ads / 10),
            heap / ads,
            groups.size());
  }

  private static long usedHeap() {
    for (int i = 0; i < 2; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
