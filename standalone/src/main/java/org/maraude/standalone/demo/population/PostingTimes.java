package org.maraude.standalone.demo.population;

import java.time.Instant;

/** Turns a share of all ads ever posted before the epoch into the instant it was reached. */
@FunctionalInterface
public interface PostingTimes {

  /**
   * @param share 0 for the window's begin to 1 for the epoch
   * @return whole seconds, not after the epoch
   */
  Instant at(double share);
}
