package org.maraude.benchmarks.extract;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.maraude.analyzer.extract.Extractor;
import org.maraude.analyzer.masking.Masking;
import org.maraude.events.ads.ObservedAd;

/**
 * Microseconds of processor time and bytes that one ad costs to read and to mask, on one thread,
 * for each kind of ad. The median of several rounds, after a warm-up; every round reads the same
 * ads, and what is found is counted so that nothing is left out.
 */
public final class ExtractBenchmark {

  private static final int ADS = 1_000;
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 5;

  private ExtractBenchmark() {}

  public static void main(String[] arguments) {
    Extractor extractor = Extractor.create();
    System.out.println("| ads | what | us an ad | bytes an ad | contacts an ad |");
    System.out.println("|---|---|---:|---:|---:|");
    for (BenchmarkAds.Kind kind : BenchmarkAds.Kind.values()) {
      List<ObservedAd> ads = new BenchmarkAds(20261125).of(kind, ADS);
      measure(kind + "", "read", ads, ad -> extractor.extract(ad).contacts().size());
      measure(
          kind + "",
          "read and mask",
          ads,
          ad -> Masking.of(ad, extractor.extract(ad)).contacts().size());
    }
  }

  private interface Work {
    int on(ObservedAd ad);
  }

  private static void measure(String kind, String what, List<ObservedAd> ads, Work work) {
    for (int i = 0; i < WARM_UP; i++) {
      round(ads, work);
    }
    double[] micros = new double[ROUNDS];
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long allocated = memory.getCurrentThreadAllocatedBytes();
      long start = memory.getCurrentThreadCpuTime();
      found = round(ads, work);
      micros[i] = (memory.getCurrentThreadCpuTime() - start) / 1_000.0 / ads.size();
      bytes = (memory.getCurrentThreadAllocatedBytes() - allocated) / ads.size();
    }
    Arrays.sort(micros);
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f | %d | %.2f |%n",
        kind,
        what,
        micros[ROUNDS / 2],
        bytes,
        found / (double) ads.size());
  }

  private static int round(List<ObservedAd> ads, Work work) {
    int found = 0;
    for (ObservedAd ad : ads) {
      found += work.on(ad);
    }
    return found;
  }
}
