package org.maraude.benchmarks.politeness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is done to one of the crawlers.
 *
 * @param at after the beginning
 * @param crawler counted from 0
 */
record Step(Duration at, int crawler, Act act) {

  enum Act {
    KILL,
    START,
    SUSPEND,
    RESUME
  }

  /**
   * How rough a plan is.
   *
   * @param shortestUp how long a crawler is left alone at least
   * @param longestUp and at most
   * @param longest how long one is away at most; long enough ones lose their partitions
   * @param suspends whether some are held still instead of killed
   */
  record Roughness(Duration shortestUp, Duration longestUp, Duration longest, boolean suspends) {}

  private static final double SUSPENDED = 0.25;
  private static final double LONG_AWAY = 0.3;
  private static final Duration SHORT_AWAY = Duration.ofSeconds(3);

  /** A plan in the order of time, after which every crawler is up. */
  static List<Step> plan(
      int crawlers, Duration length, Roughness roughness, RandomGenerator random) {
    var steps = new ArrayList<Step>();
    for (int crawler = 0; crawler < crawlers; crawler++) {
      var at = between(Duration.ZERO, roughness.longestUp(), random);
      while (at.compareTo(length) < 0) {
        boolean suspended = roughness.suspends() && random.nextDouble() < SUSPENDED;
        boolean far = random.nextDouble() < LONG_AWAY;
        var away = between(Duration.ZERO, far ? roughness.longest() : SHORT_AWAY, random);
        steps.add(new Step(at, crawler, suspended ? Act.SUSPEND : Act.KILL));
        at = at.plus(away);
        steps.add(new Step(at, crawler, suspended ? Act.RESUME : Act.START));
        at = at.plus(between(roughness.shortestUp(), roughness.longestUp(), random));
      }
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private static Duration between(Duration least, Duration most, RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
  }
}
