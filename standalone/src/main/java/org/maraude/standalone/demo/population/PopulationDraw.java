package org.maraude.standalone.demo.population;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws the population of the history, once. Not thread-safe. */
final class PopulationDraw {

  private static final int MIGRANT = 0;
  private static final int DUO = 1;
  private static final int DISCREET = 2;
  private static final double WINDOW_DAYS = 180;
  private static final SiteId[] SITES = SiteId.values();

  private final Seed seed;
  private final PostingTimes times;
  private final AdvertiserDraw draw;
  private final AdWriter writer;
  private final SplittableRandom random;
  private final Quota indicatorCounts = new Quota(0.19, 0.583, 0.213, 0.014);
  private final Quota languages =
      new Quota(
          Language.FRENCH.share(),
          Language.ENGLISH.share(),
          Language.SPANISH.share(),
          Language.ROMANIAN.share());
  private final Quota mainSites =
      new Quota(
          SiteId.QUAI.share(), SiteId.HALLE.share(), SiteId.JARDIN.share(), SiteId.MOULIN.share());
  private final double[] nameShares;
  private int nextPhone;

  PopulationDraw(Seed seed, PostingTimes times, Map<Language, Phrasebook> books) {
    this.seed = seed;
    this.times = times;
    this.draw = new AdvertiserDraw(books);
    this.writer = new AdWriter(books);
    this.random = seed.child("plan").random();
    this.nameShares = Quantiles.spread(CastingPlan.ADVERTISERS, seed.child("names").random());
  }

  Population draw() {
    List<CastingPlan.Part> parts = CastingPlan.draw(seed.child("casting").random());
    @Nullable Advertiser[] advertisers = new Advertiser[parts.size()];
    // Kinds that bring their own signs come first: the independents then fill up what is missing.
    for (boolean independents : new boolean[] {false, true}) {
      for (int number = 0; number < parts.size(); number++) {
        if (independents == (parts.get(number).kind() == Kind.INDEPENDENT)) {
          advertisers[number] = advertiser(number, parts.get(number));
        }
      }
    }
    List<Advertiser> all = new ArrayList<>();
    List<Draft> drafts = new ArrayList<>();
    for (int number = 0; number < parts.size(); number++) {
      Advertiser who = advertisers[number];
      if (who == null) {
        throw new IllegalStateException("nobody was drawn for part " + number);
      }
      all.add(who);
      post(who, parts.get(number), drafts);
    }
    return new Population(
        all,
        write(all, drafts),
        new BelowThreshold(MIGRANT, DUO, DISCREET),
        writer,
        new Newcomers(draw));
  }

  private Advertiser advertiser(int number, CastingPlan.Part part) {
    Seed own = seed.child("advertiser").child(number);
    Language language =
        part.kind() == Kind.INDEPENDENT && number > DISCREET
            ? Language.values()[languages.deal(part.size())]
            : part.kind() == Kind.CONTROLLED_GROUP && number % 5 == 4
                ? Language.ENGLISH
                : Language.FRENCH;
    boolean dealt = part.kind() == Kind.INDEPENDENT && number > DISCREET;
    int indicators = dealt ? indicatorCounts.deal(part.size()) : 0;
    Advertiser drawn =
        draw.draw(
            new AdvertiserDraw.Brief(
                number,
                part.kind(),
                language,
                nameCount(number, part),
                indicators,
                nextPhone,
                sites(part),
                own));
    nextPhone += drawn.phones().size();
    Advertiser cast = number <= DISCREET ? special(drawn) : drawn;
    if (!dealt) {
      indicatorCounts.count(Math.min(3, cast.indicators().size()), part.size());
    }
    return cast;
  }

  /** The three who must stay below the threshold show their one or two signs, never more. */
  private static Advertiser special(Advertiser drawn) {
    return switch (drawn.number()) {
      case MIGRANT ->
          with(
              drawn,
              EnumSet.of(Indicator.NEW_IN_TOWN),
              null,
              false,
              true,
              drawn.names().subList(0, 1));
      case DUO ->
          with(
              drawn,
              EnumSet.of(Indicator.SEVERAL_PERSONS),
              null,
              false,
              false,
              drawn.names().subList(0, 2));
      default ->
          with(
              drawn,
              EnumSet.of(Indicator.PHONE_OBSCURED),
              Disguise.WORDS,
              true,
              false,
              drawn.names().subList(0, 1));
    };
  }

  private static Advertiser with(
      Advertiser drawn,
      Set<Indicator> indicators,
      @Nullable Disguise disguise,
      boolean limits,
      boolean poorFrench,
      List<String> names) {
    return new Advertiser(
        drawn.number(),
        drawn.kind(),
        drawn.language(),
        names,
        drawn.phones(),
        drawn.towns().subList(0, 1),
        drawn.sites(),
        indicators,
        disguise,
        limits,
        false,
        poorFrench,
        Math.max(drawn.age(), 27),
        Math.max(drawn.price(), 120),
        drawn.seed());
  }

  /**
   * Names per group: p50 1, p75 3, p90 6 (Kennedy 2022). Duos and controlled groups have several
   * anyway.
   */
  private int nameCount(int number, CastingPlan.Part part) {
    double share = nameShares[number];
    int drawn =
        share < 0.59
            ? 1
            : share < 0.72 ? 2 : share < 0.80 ? 3 : share < 0.89 ? 4 + random.nextInt(3) : 7;
    return switch (part.kind()) {
      case CONTROLLED_GROUP -> 4 + random.nextInt(3);
      case POSSIBLE_MINOR -> 1;
      case INDEPENDENT, DUO, AGENCY, TOURING, SPAMMER -> Math.min(drawn, part.size());
    };
  }

  private List<SiteId> sites(CastingPlan.Part part) {
    return switch (part.kind()) {
      case CONTROLLED_GROUP, SPAMMER -> List.of(SITES);
      case POSSIBLE_MINOR -> List.of(SITES[nextPhone % 3], SITES[(nextPhone + 1) % 3]);
      case INDEPENDENT, DUO, AGENCY, TOURING -> {
        SiteId usual = SITES[mainSites.deal(part.size())];
        SiteId other = SITES[random.nextInt(3)];
        yield usual == other || random.nextInt(10) < 8 ? List.of(usual) : List.of(usual, other);
      }
    };
  }

  private record Draft(Advertiser who, int ordinal, Instant at, SiteId site) {}

  private void post(Advertiser who, CastingPlan.Part part, List<Draft> drafts) {
    SplittableRandom posting = who.seed().child("posting").random();
    int size = part.size();
    boolean untilNow = who.kind() == Kind.CONTROLLED_GROUP || who.kind() == Kind.POSSIBLE_MINOR;
    // Each ad falls into its own slice of the span, so the span is a slice wider than the days it
    // shows.
    double days =
        size == 1 ? WINDOW_DAYS : Math.min(WINDOW_DAYS, part.days() * size / (size - 1.0));
    int tiles = Math.max(1, (int) Math.round(WINDOW_DAYS / days));
    int tile = untilNow ? tiles - 1 : posting.nextInt(tiles);
    for (int i = 0; i < size; i++) {
      double share = (tile + (i + posting.nextDouble()) / size) / tiles;
      drafts.add(new Draft(who, i, fresh(who, i, size, share, posting), site(who, i, posting)));
    }
  }

  /** Some of what a reviewer should see first is new on every site when the demo starts. */
  private Instant fresh(
      Advertiser who, int ordinal, int size, double share, SplittableRandom posting) {
    boolean recent =
        switch (who.kind()) {
          case CONTROLLED_GROUP -> ordinal >= size - SITES.length;
          case POSSIBLE_MINOR -> true;
          case INDEPENDENT, DUO, AGENCY, TOURING, SPAMMER -> false;
        };
    int hours = who.kind() == Kind.POSSIBLE_MINOR ? 20 + 50 * (who.number() % 4) : 30;
    return recent
        ? times.at(1).minus(Duration.ofSeconds(60 + posting.nextInt(3_600 * hours)))
        : times.at(share);
  }

  private static SiteId site(Advertiser who, int ordinal, SplittableRandom posting) {
    List<SiteId> sites = who.sites();
    return switch (who.kind()) {
      case CONTROLLED_GROUP, POSSIBLE_MINOR -> sites.get(ordinal % sites.size());
      case SPAMMER -> SITES[AdvertiserDraw.index(SPAM_SHARES, posting)];
      case INDEPENDENT, DUO, AGENCY, TOURING ->
          posting.nextInt(100) < 80 ? sites.get(0) : sites.get(sites.size() - 1);
    };
  }

  private static final double[] SPAM_SHARES = {0.37, 0.34, 0.25, 0.04};

  private List<DemoAd> write(List<Advertiser> all, List<Draft> drafts) {
    drafts.sort(
        Comparator.comparing(Draft::at)
            .thenComparing(draft -> draft.who().number())
            .thenComparing(Draft::ordinal));
    List<DemoAd> ads = new ArrayList<>(drafts.size());
    for (int n = 0; n < drafts.size(); n++) {
      Draft draft = drafts.get(n);
      Seed own = draft.who().seed().child("ad").child(draft.ordinal());
      ads.add(
          writer.write(
              all.get(draft.who().number()),
              new AdWriter.Posting(
                  draft.site(), LocalIds.ofHistory(n), draft.at(), draft.ordinal(), own)));
    }
    return ads;
  }
}
