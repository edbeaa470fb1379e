package org.maraude.benchmarks.links;

import java.io.IOException;
import java.util.Arrays;
import org.maraude.analyzer.links.InMemoryLinkState;
import org.maraude.analyzer.links.LinkedAd;
import org.maraude.analyzer.links.Linker;

/**
 * {@code LinksBenchmark [ADS,ADS,...] [memory|topology|both]}: links invented ads of about 100
 * words, over the state in memory (one thread, from the published ad to its links) and in the whole
 * topology; prints a row a size and state. 10,000, 100,000 and 1,000,000 ads by default; the last
 * wants {@code -Xmx} of some gigabytes in memory, and minutes in the topology.
 */
public final class LinksBenchmark {

  private static final int WARM_UP = 20_000;
  private static final long SEED = 1;

  private LinksBenchmark() {}

  public static void main(String[] args) throws InterruptedException, IOException {
    System.setProperty("logback.configurationFile", "org/maraude/standalone/logback-quiet.xml");
    var sizes =
        args.length > 0
            ? Arrays.stream(args[0].split(",")).mapToInt(Integer::parseInt).toArray()
            : new int[] {10_000, 100_000, 1_000_000};
    var states = args.length > 1 ? args[1] : "both";
    inMemory(WARM_UP);
    if (!states.equals("memory")) {
      TopologyRun.of(WARM_UP, SEED);
    }
    System.out.println(Row.HEAD);
    for (int ads : sizes) {
      if (!states.equals("topology")) {
        System.out.println(inMemory(ads).line());
      }
      if (!states.equals("memory")) {
        System.out.println(TopologyRun.of(ads, SEED).line());
      }
    }
  }

  private static Row inMemory(int ads) {
    long before = Row.usedHeap();
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
    long heap = Row.usedHeap() - before;
    // The state must live until its heap is read.
    java.lang.ref.Reference.reachabilityFence(state);
    return new Row("memory", ads, spent / 1e9, lastTenth / 1e9, heap, 0, 0);
  }
}
