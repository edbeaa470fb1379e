package org.maraude.analyzer.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.maraude.analyzer.Ads;

/** A clock that a test moves. */
final class MovingClock implements InstantSource {

  private Instant now = Ads.NOON;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
