package org.maraude.standalone.demo.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.maraude.standalone.demo.population.AdWriter;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.LocalIds;
import org.maraude.standalone.demo.population.Seed;

/**
 * Draws how long an ad stays, whether it changes, and whether it is posted again when it goes. With
 * a mean of {@link #MEAN_STAY} for most and 6,000 ads listed, about two a minute go.
 */
final class Fate {

  static final Duration MEAN_STAY = Duration.ofHours(66);

  private static final Duration MEAN_SHORT_STAY = Duration.ofMinutes(40);
  private static final int SHORT_STAYS_PERCENT = 25;
  private static final int CHANGES_PERCENT = 45;
  private static final int REPOSTS_PERCENT = 40;

  private final AdWriter writer;

  Fate(AdWriter writer) {
    this.writer = writer;
  }

  /**
   * An ad of the history: at the epoch all are listed, and how long they stayed before does not
   * count.
   */
  void ofHistory(DemoAd ad, Instant epoch, Seed seed, List<AdLife> lives) {
    RandomGenerator random = seed.random();
    live(ad, epoch, epoch.plus(exponential(MEAN_STAY, random)), seed, 0, lives);
  }

  /** An ad of after the epoch, and its re-posts. */
  void ofNew(DemoAd ad, Seed seed, List<AdLife> lives) {
    live(ad, ad.postedAt(), ad.postedAt().plus(stay(seed.random())), seed, 0, lives);
  }

  private void live(
      DemoAd ad, Instant from, Instant until, Seed seed, int reposts, List<AdLife> lives) {
    RandomGenerator random = seed.child("fate").random();
    Duration stay = Duration.between(from, until);
    Instant changedAt =
        random.nextInt(100) < CHANGES_PERCENT
            ? from.plusSeconds(1 + random.nextLong(Math.max(1, stay.toSeconds())))
            : Instant.MAX;
    DemoAd changed = changedAt.isBefore(until) ? writer.change(ad, seed.child("change")) : ad;
    lives.add(new AdLife(ad, from, until, changedAt, changed));
    if (random.nextInt(100) < REPOSTS_PERCENT && reposts < LocalIds.MOST_REPOSTS) {
      DemoAd again = ad.repostedAs(LocalIds.reposted(ad.localId(), reposts + 1), until);
      Seed next = seed.child("again");
      live(again, until, until.plus(stay(next.random())), next, reposts + 1, lives);
    }
  }

  private static Duration stay(RandomGenerator random) {
    return random.nextInt(100) < SHORT_STAYS_PERCENT
        ? exponential(MEAN_SHORT_STAY, random)
        : exponential(MEAN_STAY, random);
  }

  private static Duration exponential(Duration mean, RandomGenerator random) {
    double times = -Math.log(1 - random.nextDouble());
    return Duration.ofSeconds(60 + (long) (times * mean.toSeconds()));
  }
}
