package org.maraude.benchmarks.crawl;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what was measured, one figure a line, for the window and for the whole run. */
final class CrawlTable {

  private CrawlTable() {}

  /** Prints one crawler's figures, its processes in the order in which they were measured. */
  static void print(String who, List<String> processes, Measured measured) {
    var steady = measured.steady();
    var all = measured.all();
    System.out.printf("| %-8s | %-24s | %9s | %9s |%n", "crawler", "measured", "window", "whole");
    System.out.println("|----------|--------------------------|----------:|----------:|");
    row(who, "seconds", steady.seconds(), all.seconds());
    row(who, "pages", steady.pages(), all.pages());
    row(who, "pages a second", steady.perSecond(), all.perSecond());
    row(who, "KB a page", steady.bytes() / 1e3 / steady.pages(), all.bytes() / 1e3 / all.pages());
    for (int i = 0; i < processes.size(); i++) {
      double spent = measured.processor().get(i).toMillis() / 1e3;
      row(who, "cores, " + processes.get(i), spent / steady.seconds(), null);
      row(who, "ms a page, " + processes.get(i), spent * 1e3 / steady.pages(), null);
      row(who, "peak MB, " + processes.get(i), null, measured.peakBytes().get(i) / 1e6);
    }
  }

  private static void row(
      String who, String what, @Nullable Number window, @Nullable Number whole) {
    System.out.printf("| %-8s | %-24s | %9s | %9s |%n", who, what, text(window), text(whole));
  }

  private static String text(@Nullable Number number) {
    if (number == null) {
      return "";
    }
    return number instanceof Long
        ? number.toString()
        : String.format(Locale.ROOT, "%.2f", number.doubleValue());
  }
}
