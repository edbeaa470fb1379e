package org.maraude.benchmarks.links;

/**
 * One size over one state.
 *
 * @param seconds for all ads
 * @param lastTenth seconds for the last tenth of them
 * @param heap bytes of heap in use afterwards, beyond those before
 * @param disk bytes that the stores take on disk; 0 for a state in memory
 * @param told assessments told in all, an ad told again each time; 0 where nothing is told
 */
record Row(
    String state, int ads, double seconds, double lastTenth, long heap, long disk, long told) {

  static final String HEAD =
      """
      | state | ads | seconds | ads/s | us an ad | of the last tenth | heap an ad | disk an ad | told again |
      |---|---|---|---|---|---|---|---|---|\
      """;

  String line() {
    return "| %s | %d | %.1f | %.0f | %.0f | %.0f | %d | %s | %s |"
        .formatted(
            state,
            ads,
            seconds,
            ads / seconds,
            seconds * 1e6 / ads,
            lastTenth * 1e6 / (ads / 10),
            heap / ads,
            disk == 0 ? "" : Long.toString(disk / ads),
            told == 0 ? "" : Long.toString(told - ads));
  }

  static long usedHeap() {
    for (int i = 0; i < 2; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
