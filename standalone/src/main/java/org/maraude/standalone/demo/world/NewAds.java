package org.maraude.standalone.demo.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.maraude.standalone.demo.population.AdWriter;
import org.maraude.standalone.demo.population.Advertiser;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.LocalIds;
import org.maraude.standalone.demo.population.Population;
import org.maraude.standalone.demo.population.Seed;
import org.maraude.standalone.demo.population.SiteId;

/** The ads that appear in one minute after the epoch: {@link #A_MINUTE} on average. */
final class NewAds {

  static final double A_MINUTE = 1.2;

  private static final int MOST_IN_A_MINUTE = 6;
  private static final int NEWCOMERS_PERCENT = 20;

  /** Keeps something new in the queue while somebody watches. */
  private static final int CONTROLLED_TIMES = 3;

  private final Population population;
  private final Seed seed;
  private final List<Advertiser> byActivity = new ArrayList<>();
  private int newcomers;

  NewAds(Population population, Seed seed) {
    this.population = population;
    this.seed = seed;
    for (DemoAd ad : population.ads()) {
      Advertiser who = population.advertisers().get(ad.advertiser());
      int times =
          switch (who.kind()) {
            case CONTROLLED_GROUP -> CONTROLLED_TIMES;
            case POSSIBLE_MINOR -> 0;
            case INDEPENDENT, DUO, AGENCY, TOURING, SPAMMER -> 1;
          };
      for (int i = 0; i < times; i++) {
        byActivity.add(who);
      }
    }
  }

  /** Minutes must be asked in order: newcomers are numbered as they come. */
  List<DemoAd> inMinute(long minute, Instant begin) {
    Seed own = seed.child(minute);
    RandomGenerator random = own.random();
    List<DemoAd> ads = new ArrayList<>();
    int count = Math.min(MOST_IN_A_MINUTE, poisson(random));
    for (int i = 0; i < count; i++) {
      Seed ad = own.child(i);
      Advertiser who =
          random.nextInt(100) < NEWCOMERS_PERCENT
              ? population.newcomers().draw(newcomers++, ad)
              : byActivity.get(random.nextInt(byActivity.size()));
      List<SiteId> sites = who.sites();
      SiteId site = sites.get(random.nextInt(10) < 7 ? 0 : random.nextInt(sites.size()));
      Instant at = begin.plusSeconds(random.nextInt(60));
      int ordinal = 2 + random.nextInt(50);
      ads.add(
          population
              .writer()
              .write(
                  who,
                  new AdWriter.Posting(
                      site, LocalIds.ofMinute(minute, i), at, ordinal, ad.child("ad"))));
    }
    return ads;
  }

  private static int poisson(RandomGenerator random) {
    double left = Math.exp(-A_MINUTE);
    double product = random.nextDouble();
    int count = 0;
    while (product > left) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
