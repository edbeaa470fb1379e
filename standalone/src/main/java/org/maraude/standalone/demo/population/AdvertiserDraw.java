package org.maraude.standalone.demo.population;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws one advertiser of a given kind. Pure: the same arguments give the same advertiser. */
final class AdvertiserDraw {

  private static final List<Indicator> COMMON =
      List.of(
          Indicator.NEW_IN_TOWN,
          Indicator.STATED_AGE_18_22,
          Indicator.NO_OUTSIDE,
          Indicator.REASSURANCE,
          Indicator.PHONE_OBSCURED,
          Indicator.THIRD_PERSON,
          Indicator.PRICE_LOW);
  private static final double[] COMMON_SHARES = {0.29, 0.20, 0.21, 0.17, 0.05, 0.04, 0.04};

  private final Towns towns = Towns.load();
  private final List<String> names = ResourceLines.read("names.txt");
  private final Map<Language, Phrasebook> books;

  AdvertiserDraw(Map<Language, Phrasebook> books) {
    this.books = books;
  }

  /**
   * What is settled before an advertiser is drawn.
   *
   * @param nameCount how many aliases
   * @param indicatorCount how many signs an independent shows; other kinds bring their own
   * @param phoneRank the first of its fiction numbers
   */
  record Brief(
      int number,
      Kind kind,
      Language language,
      int nameCount,
      int indicatorCount,
      int phoneRank,
      List<SiteId> sites,
      Seed seed) {}

  Advertiser draw(Brief brief) {
    RandomGenerator random = brief.seed().child("advertiser").random();
    Set<Indicator> indicators = indicators(brief, random);
    return new Advertiser(
        brief.number(),
        brief.kind(),
        brief.language(),
        names(Math.max(brief.nameCount(), brief.kind() == Kind.DUO ? 2 : 1), random),
        phones(brief, random),
        towns.draw(townCount(brief.kind(), random), random),
        brief.sites(),
        indicators,
        indicators.contains(Indicator.PHONE_OBSCURED) ? disguise(brief.language(), random) : null,
        limits(brief.kind(), random),
        brief.kind() == Kind.INDEPENDENT && random.nextDouble() < 0.03,
        false,
        age(indicators, random),
        indicators.contains(Indicator.PRICE_LOW)
            ? 30 + 5 * random.nextInt(3)
            : 100 + 10 * random.nextInt(11),
        brief.seed());
  }

  /** Several-persons and management come with the kind; the rest is dealt. */
  Set<Indicator> indicators(Brief brief, RandomGenerator random) {
    return switch (brief.kind()) {
      case INDEPENDENT -> common(brief.indicatorCount(), brief.language(), random);
      case DUO -> with(Indicator.SEVERAL_PERSONS, 0.25, Indicator.REASSURANCE, random);
      case AGENCY -> with(Indicator.MANAGEMENT, 0.3, Indicator.NEW_IN_TOWN, random);
      case TOURING -> with(Indicator.NEW_IN_TOWN, 0.35, Indicator.NO_OUTSIDE, random);
      case SPAMMER ->
          random.nextDouble() < 0.2
              ? EnumSet.noneOf(Indicator.class)
              : EnumSet.of(random.nextInt(4) > 0 ? Indicator.NEW_IN_TOWN : Indicator.NO_OUTSIDE);
      case CONTROLLED_GROUP ->
          EnumSet.of(Indicator.PHONE_OBSCURED, Indicator.MANAGEMENT, Indicator.REASSURANCE);
      case POSSIBLE_MINOR -> EnumSet.of(Indicator.AGE_BELOW_18);
    };
  }

  private static Set<Indicator> with(
      Indicator always, double share, Indicator sometimes, RandomGenerator random) {
    EnumSet<Indicator> indicators = EnumSet.of(always);
    if (random.nextDouble() < share) {
      indicators.add(sometimes);
    }
    return indicators;
  }

  private Set<Indicator> common(int count, Language language, RandomGenerator random) {
    EnumSet<Indicator> indicators = EnumSet.noneOf(Indicator.class);
    while (indicators.size() < count) {
      Indicator drawn = COMMON.get(index(COMMON_SHARES, random));
      if (drawn != Indicator.THIRD_PERSON || phrasebook(language).has("she-self")) {
        indicators.add(drawn);
      }
    }
    return indicators;
  }

  private Phrasebook phrasebook(Language language) {
    Phrasebook book = books.get(language);
    if (book == null) {
      throw new IllegalArgumentException("no phrases in " + language);
    }
    return book;
  }

  static int index(double[] shares, RandomGenerator random) {
    double left = random.nextDouble();
    for (int i = 0; i < shares.length - 1; i++) {
      left -= shares[i];
      if (left < 0) {
        return i;
      }
    }
    return shares.length - 1;
  }

  private List<String> names(int count, RandomGenerator random) {
    List<String> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      String name = names.get(random.nextInt(names.size()));
      if (!drawn.contains(name)) {
        drawn.add(name);
      }
    }
    return drawn;
  }

  private static List<FictionNumber> phones(Brief brief, RandomGenerator random) {
    int count = brief.kind() == Kind.CONTROLLED_GROUP ? 3 + random.nextInt(2) : 1;
    boolean landline = brief.kind() == Kind.AGENCY || random.nextInt(12) == 0;
    List<FictionNumber> phones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int rank = brief.phoneRank() + i;
      phones.add(
          landline && count == 1 ? FictionNumber.landline(rank) : FictionNumber.mobile(rank));
    }
    return phones;
  }

  private static int townCount(Kind kind, RandomGenerator random) {
    return switch (kind) {
      case INDEPENDENT -> random.nextInt(10) == 0 ? 2 : 1;
      case DUO, POSSIBLE_MINOR -> 1;
      case AGENCY -> 1 + random.nextInt(3);
      case TOURING -> 3 + random.nextInt(4);
      case SPAMMER -> 8 + random.nextInt(23);
      case CONTROLLED_GROUP -> 2 + random.nextInt(3);
    };
  }

  private static boolean limits(Kind kind, RandomGenerator random) {
    return switch (kind) {
      case INDEPENDENT, DUO, TOURING -> random.nextInt(100) < 40;
      case AGENCY -> random.nextInt(100) < 15;
      case SPAMMER, CONTROLLED_GROUP, POSSIBLE_MINOR -> false;
    };
  }

  private static int age(Set<Indicator> indicators, RandomGenerator random) {
    return indicators.contains(Indicator.STATED_AGE_18_22)
        ? 19 + random.nextInt(4)
        : 23 + Math.min(random.nextInt(32), random.nextInt(32));
  }

  private static @Nullable Disguise disguise(Language language, RandomGenerator random) {
    Disguise drawn = Disguise.values()[random.nextInt(Disguise.values().length)];
    return language == Language.ROMANIAN || language == Language.SPANISH
        ? drawn == Disguise.MIXED ? Disguise.SEPARATORS : drawn
        : drawn;
  }
}
