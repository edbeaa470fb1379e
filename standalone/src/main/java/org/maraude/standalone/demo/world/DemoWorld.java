package org.maraude.standalone.demo.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.maraude.standalone.demo.population.BelowThreshold;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.Population;
import org.maraude.standalone.demo.population.Seed;
import org.maraude.standalone.demo.timeline.Lockdown;
import org.maraude.standalone.demo.timeline.PostingCalendar;

/**
 * The invented world: {@link #at} says which ads are listed at an instant. A pure function of the
 * seed, the epoch and the instant; what it remembers only saves work. Thread-safe.
 */
public final class DemoWorld {

  private static final Duration KEPT_AFTER_GOING = Duration.ofHours(1);

  private final Seed seed;
  private final Instant epoch;
  private final PostingCalendar calendar;
  private final Population population;
  private final Fate fate;
  private NewAds newAds;
  private List<AdLife> lives = new ArrayList<>();
  private long nextMinute;
  private Instant forgottenBefore = Instant.MIN;
  private ListedAds latest;

  /**
   * @param seed any number
   * @param epoch the demo's first start; what came before is history, all of it listed then
   */
  public DemoWorld(long seed, Instant epoch) {
    this.seed = new Seed(seed);
    this.epoch = epoch.truncatedTo(ChronoUnit.SECONDS);
    this.calendar =
        new PostingCalendar(this.epoch, this.seed.child("lockdown").random().nextInt(7) - 3);
    this.population = Population.draw(this.seed, calendar::at);
    this.fate = new Fate(population.writer());
    this.newAds = new NewAds(population, this.seed.child("minutes"));
    begin();
    this.latest = listed(this.epoch);
  }

  /** The ads listed at an instant, to the second; before the epoch, those of the epoch. */
  public synchronized ListedAds at(Instant instant) {
    Instant now = instant.isBefore(epoch) ? epoch : instant.truncatedTo(ChronoUnit.SECONDS);
    if (!now.equals(latest.at())) {
      if (now.isBefore(forgottenBefore)) {
        newAds = new NewAds(population, seed.child("minutes"));
        begin();
      }
      advance(now);
      latest = listed(now);
    }
    return latest;
  }

  /** The invented lockdown. */
  public Lockdown lockdown() {
    return calendar.lockdown();
  }

  /** The three who must stay below the threshold. */
  public BelowThreshold belowThreshold() {
    return population.belowThreshold();
  }

  /** Who advertised before the epoch. */
  public Population population() {
    return population;
  }

  public Instant epoch() {
    return epoch;
  }

  private void begin() {
    lives = new ArrayList<>();
    nextMinute = 0;
    forgottenBefore = Instant.MIN;
    Seed history = seed.child("history");
    int rank = 0;
    for (DemoAd ad : population.ads()) {
      fate.ofHistory(ad, epoch, history.child(rank++), lives);
    }
  }

  private void advance(Instant now) {
    long minutes = Duration.between(epoch, now).toMinutes();
    for (; nextMinute <= minutes; nextMinute++) {
      Seed minute = seed.child("fates").child(nextMinute);
      List<DemoAd> appearing =
          newAds.inMinute(nextMinute, epoch.plus(Duration.ofMinutes(nextMinute)));
      for (int i = 0; i < appearing.size(); i++) {
        fate.ofNew(appearing.get(i), minute.child(i), lives);
      }
    }
    Instant forget = now.minus(KEPT_AFTER_GOING);
    if (lives.removeIf(life -> life.until().isBefore(forget))) {
      forgottenBefore = forgottenBefore.isAfter(forget) ? forgottenBefore : forget;
    }
  }

  private ListedAds listed(Instant now) {
    return new ListedAds(
        now, lives.stream().filter(life -> life.listedAt(now)).map(life -> life.at(now)).toList());
  }
}
