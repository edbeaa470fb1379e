package org.maraude.analyzer.stream;

import java.util.concurrent.atomic.LongAdder;
import org.maraude.events.assessment.Queue;

/** Counts since the start, for people who watch. A retried record may count twice. Thread safe. */
public final class StreamProgress {

  private final LongAdder assessed = new LongAdder();
  private final LongAdder adult = new LongAdder();
  private final LongAdder minor = new LongAdder();
  private final LongAdder refused = new LongAdder();

  void assessed(Queue queue) {
    assessed.increment();
    switch (queue) {
      case NONE -> {}
      case ADULT -> adult.increment();
      case MINOR -> minor.increment();
    }
  }

  void refused() {
    refused.increment();
  }

  public long assessedCount() {
    return assessed.sum();
  }

  public long adultCount() {
    return adult.sum();
  }

  public long minorCount() {
    return minor.sum();
  }

  /** Records sent to dead letters. */
  public long refusedCount() {
    return refused.sum();
  }
}
