package org.maraude.benchmarks.crawl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.web.Served;

/**
 * What one crawler did in its window.
 *
 * @param all from its start, this and its warming up included
 * @param steady the window after it had warmed up
 * @param processor what each process spent in the steady window
 * @param peakBytes the most memory each process ever held
 */
record Measured(Rate all, Rate steady, List<Duration> processor, List<Long> peakBytes) {

  /** Pages over time. */
  record Rate(long pages, long bytes, Duration time) {
    double seconds() {
      return time.toNanos() / 1e9;
    }

    double perSecond() {
      return pages / seconds();
    }
  }

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration SAY_EVERY = Duration.ofSeconds(10);

  /**
   * Looks on while processes work that have just been started.
   *
   * @param ends the one whose end ends the measurement
   * @param enough pages after which it is over
   */
  static Measured over(
      Served served,
      List<ChildProcess> processes,
      ChildProcess ends,
      Duration warmUp,
      Duration window,
      long enough)
      throws InterruptedException {
    long begin = System.nanoTime();
    var atBegin = served.count();
    boolean going = await(served, ends, begin + warmUp.toNanos(), atBegin, enough);
    long steadyBegin = going ? System.nanoTime() : begin;
    var atSteady = going ? served.count() : atBegin;
    var spentBefore = processorTimes(processes);
    if (going) {
      await(served, ends, steadyBegin + window.toNanos(), atBegin, enough);
    }
    long end = System.nanoTime();
    var atEnd = served.count();
    var spent = new ArrayList<Duration>();
    for (int i = 0; i < processes.size(); i++) {
      spent.add(processes.get(i).processorTime().minus(spentBefore.get(i)));
    }
    return new Measured(
        rate(atBegin, atEnd, end - begin),
        rate(atSteady, atEnd, end - steadyBegin),
        spent,
        processes.stream().map(ChildProcess::peakMemory).toList());
  }

  private static boolean await(
      Served served, ChildProcess ends, long deadline, Served.Count from, long enough)
      throws InterruptedException {
    long sayAt = System.nanoTime();
    while (System.nanoTime() < deadline) {
      long pages = served.count().requests() - from.requests();
      if (pages >= enough || ends.awaitEnd(LOOK_EVERY)) {
        return false;
      }
      if (System.nanoTime() >= sayAt) {
        System.err.println(pages + " pages");
        sayAt = System.nanoTime() + SAY_EVERY.toNanos();
      }
    }
    return true;
  }

  private static List<Duration> processorTimes(List<ChildProcess> processes) {
    return processes.stream().map(ChildProcess::processorTime).toList();
  }

  private static Rate rate(Served.Count from, Served.Count to, long nanos) {
    return new Rate(
        to.requests() - from.requests(), to.bytes() - from.bytes(), Duration.ofNanos(nanos));
  }
}
