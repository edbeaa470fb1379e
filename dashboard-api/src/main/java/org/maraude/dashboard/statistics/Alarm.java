package org.maraude.dashboard.statistics;

import java.time.LocalDate;

/**
 * A week that does not look like the weeks before: "13 seen, 4.2 expected (1 to 9)".
 *
 * @param start first day
 * @param low the fewest that chance allows
 * @param high the most that chance allows
 */
public record Alarm(LocalDate start, long seen, double expected, long low, long high) {

  public boolean tooMany() {
    return seen > high;
  }
}
