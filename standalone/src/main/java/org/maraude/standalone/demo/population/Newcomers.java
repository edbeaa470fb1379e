package org.maraude.standalone.demo.population;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws advertisers who first appear after the epoch. Immutable, thread-safe. */
public final class Newcomers {

  /** Fiction numbers up to here belong to the advertisers of the history. */
  private static final int FIRST_FREE_PHONE = 1_000;

  private static final double[] INDICATOR_SHARES = {0.19, 0.58, 0.21, 0.02};
  private static final double[] LANGUAGE_SHARES = {0.885, 0.05, 0.04, 0.025};
  private static final double[] SITE_SHARES = {0.37, 0.34, 0.245, 0.045};

  private final AdvertiserDraw draw;

  Newcomers(AdvertiserDraw draw) {
    this.draw = draw;
  }

  /**
   * @param ordinal how many came before
   */
  public Advertiser draw(int ordinal, Seed seed) {
    RandomGenerator random = seed.random();
    int percent = random.nextInt(1_000);
    Kind kind =
        percent < 4
            ? Kind.POSSIBLE_MINOR
            : percent < 60 ? Kind.DUO : percent < 130 ? Kind.TOURING : Kind.INDEPENDENT;
    Language language =
        kind == Kind.INDEPENDENT
            ? Language.values()[AdvertiserDraw.index(LANGUAGE_SHARES, random)]
            : Language.FRENCH;
    SiteId site = SiteId.values()[AdvertiserDraw.index(SITE_SHARES, random)];
    int indicators = AdvertiserDraw.index(INDICATOR_SHARES, random);
    return draw.draw(
        new AdvertiserDraw.Brief(
            CastingPlan.ADVERTISERS + ordinal,
            kind,
            language,
            1,
            indicators,
            FIRST_FREE_PHONE + ordinal,
            List.of(site),
            seed));
  }
}
