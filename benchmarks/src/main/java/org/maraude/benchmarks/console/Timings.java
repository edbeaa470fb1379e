package org.maraude.benchmarks.console;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long each operation took, from the request to the last byte of its answer. Thread safe. */
final class Timings {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<Operation, Queue<Long>> nanos = new EnumMap<>(Operation.class);
  private final Map<Operation, Queue<Integer>> unexpected = new EnumMap<>(Operation.class);

  private final long from;
  private final long to;

  /**
   * Counts what begins in between, by {@link System#nanoTime}; log-ins count before, too.
   *
   * @param to when people are sent home: what they still do, all at once, is no working day
   */
  Timings(long from, long to) {
    this.from = from;
    this.to = to;
    for (var operation : Operation.values()) {
      nanos.put(operation, new ConcurrentLinkedQueue<>());
      unexpected.put(operation, new ConcurrentLinkedQueue<>());
    }
  }

  void took(Operation operation, long elapsedNanos) {
    long begin = System.nanoTime() - elapsedNanos;
    if (begin >= to || begin < from && operation != Operation.LOG_IN) {
      return;
    }
    nanos.getOrDefault(operation, new ConcurrentLinkedQueue<>()).add(elapsedNanos);
  }

  /** An answer with a status that nobody should get; its time is not counted. */
  void refused(Operation operation, int status) {
    unexpected.getOrDefault(operation, new ConcurrentLinkedQueue<>()).add(status);
  }

  /** Whether every aim was met and every answer was a good one. */
  boolean good() {
    return Arrays.stream(Operation.values()).noneMatch(this::overItsAim)
        && unexpected.values().stream().allMatch(Queue::isEmpty);
  }

  private boolean overItsAim(Operation operation) {
    return operation.aimMillis() > 0 && percentile(sorted(operation), 99) >= operation.aimMillis();
  }

  /** One row an operation, in milliseconds. */
  String table() {
    var table = new StringBuilder("| operation | count | p50 | p99 | max | aim (p99) |\n");
    table.append("|---|---|---|---|---|---|\n");
    for (var operation : Operation.values()) {
      var sorted = sorted(operation);
      if (sorted.length > 0) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.0f | %s |%n",
                operation.words(),
                sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 99),
                percentile(sorted, 100),
                aim(operation)));
      }
      var refusals = unexpected.getOrDefault(operation, new ConcurrentLinkedQueue<>());
      if (!refusals.isEmpty()) {
        table.append("| ").append(operation.words()).append(" UNEXPECTED ").append(refusals);
        table.append(" | | | | | |\n");
      }
    }
    return table.toString();
  }

  private String aim(Operation operation) {
    if (operation.aimMillis() == 0) {
      return "–";
    }
    return "< " + operation.aimMillis() + (overItsAim(operation) ? " MISSED" : "");
  }

  private double[] sorted(Operation operation) {
    return nanos.getOrDefault(operation, new ConcurrentLinkedQueue<>()).stream()
        .mapToDouble(each -> each / NANOS_PER_MILLI)
        .sorted()
        .toArray();
  }

  /** Nearest rank: the smallest value that so many percent do not exceed. */
  private static double percentile(double[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
  }
}
