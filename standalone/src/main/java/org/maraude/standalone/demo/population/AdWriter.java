package org.maraude.standalone.demo.population;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.maraude.events.assessment.Queue;

/**
 * Writes ads. An advertiser keeps one text; from ad to ad only the alias, the town, the phone and
 * the hours change, so that its ads are near-duplicates as real ones are. Immutable, thread-safe.
 */
public final class AdWriter {

  private final Map<Language, Phrasebook> books;

  AdWriter(Map<Language, Phrasebook> books) {
    this.books = books;
  }

  /**
   * Where and when an ad is posted.
   *
   * @param ordinal the advertiser's how-manieth ad, from 0
   * @param seed of what differs between the ads of one advertiser
   */
  public record Posting(SiteId site, String localId, Instant at, int ordinal, Seed seed) {}

  public DemoAd write(Advertiser who, Posting posting) {
    RandomGenerator ownText = who.seed().child("text").random();
    RandomGenerator thisAd = posting.seed().random();
    Phrasebook book = book(who.language());
    Town town =
        who.towns()
            .get(posting.ordinal() / (who.kind() == Kind.SPAMMER ? 1 : 2) % who.towns().size());
    String name = who.names().get(posting.ordinal() % who.names().size());
    FictionNumber phone = who.phones().get(posting.ordinal() % who.phones().size());
    int age = ageOf(who, name);
    Form form = Form.of(who, posting);
    boolean inField = who.disguise() == null && ownText.nextInt(100) < 60;
    Map<String, String> slots = slots(who, town, name, age, thisAd);
    slots.put("phone", written(who, phone, ownText));
    AdBody body = new AdBody(book, who, form, inField, slots, ownText, thisAd);
    String text = body.write();
    boolean ageShown =
        form != Form.JOB
            && form != Form.MINOR
            && posting.seed().child("age").random().nextInt(10) < 7;
    return new DemoAd(
        posting.site(),
        posting.localId(),
        who.number(),
        posting.at(),
        who.language(),
        form.category(),
        body.title(),
        text,
        town.name(),
        town.departement(),
        name,
        form == Form.MINOR ? MinorStatement.ageField(who) : ageShown ? Integer.toString(age) : null,
        inField || form == Form.MINOR ? phone.inPairs() : null,
        form == Form.JOB || form == Form.MINOR || thisAd.nextInt(10) == 0 ? null : who.price(),
        form == Form.MINOR ? 0 : thisAd.nextInt(5),
        0,
        truth(who, form));
  }

  /** The ad after its advertiser came back to it: another price, one sentence more. */
  public DemoAd change(DemoAd ad, Seed seed) {
    RandomGenerator random = seed.random();
    if (ad.truth().kind() == Kind.POSSIBLE_MINOR) {
      return ad.changedTo(ad.body() + " " + ad.town() + ".", ad.price());
    }
    Integer price = ad.price();
    Integer newPrice = price == null ? null : Integer.valueOf(price + 10);
    String body = price == null ? ad.body() : ad.body().replace(price + " €", newPrice + " €");
    return ad.changedTo(
        body + "\n" + book(ad.language()).say("filler", Map.of(), random), newPrice);
  }

  private Phrasebook book(Language language) {
    Phrasebook book = books.get(language);
    if (book == null) {
      throw new IllegalArgumentException("no phrases in " + language);
    }
    return book;
  }

  private static AdTruth truth(Advertiser who, Form form) {
    return switch (form) {
      case MINOR -> new AdTruth(who.kind(), who.indicators(), false, false, Queue.MINOR);
      case JOB ->
          new AdTruth(
              who.kind(),
              Set.of(Indicator.RECRUITMENT, Indicator.MANAGEMENT, Indicator.PHONE_OBSCURED),
              false,
              false,
              Queue.ADULT);
      case POOR_FRENCH, ONE, SHE, AGENCY, TWO ->
          new AdTruth(
              who.kind(),
              who.indicators(),
              who.limits(),
              who.ageTrap(),
              who.kind() == Kind.CONTROLLED_GROUP ? Queue.ADULT : Queue.NONE);
    };
  }

  /** Aliases of a group name different ages; a second alias of one person is a year off at most. */
  private static int ageOf(Advertiser who, String name) {
    int alias = who.names().indexOf(name);
    return switch (who.kind()) {
      case CONTROLLED_GROUP, AGENCY, SPAMMER -> who.age() + alias * 3 % 10;
      case INDEPENDENT, DUO, TOURING, POSSIBLE_MINOR -> who.age();
    };
  }

  private static String written(Advertiser who, FictionNumber phone, RandomGenerator random) {
    Disguise disguise = who.disguise();
    if (disguise != null) {
      return disguise.write(phone, who.language(), random);
    }
    return switch (random.nextInt(5)) {
      case 0 -> phone.national();
      case 1 -> String.join(".", phone.pairs());
      case 2 -> "+33 " + phone.inPairs().substring(1);
      default -> phone.inPairs();
    };
  }

  private static Map<String, String> slots(
      Advertiser who, Town town, String name, int age, RandomGenerator random) {
    Map<String, String> slots = new LinkedHashMap<>();
    int number = Math.floorMod(who.seed().child("handle").value(), 9_000) + 1_000;
    slots.put("name", name);
    slots.put("name2", secondName(who, name));
    slots.put("age", Integer.toString(age));
    slots.put("age2", Integer.toString(age + 2));
    slots.put("town", town.name());
    slots.put("quarter", Quarters.draw(who.language(), random));
    slots.put("from", (8 + random.nextInt(5)) + "h");
    slots.put("to", (17 + random.nextInt(6)) + "h");
    slots.put("price60", Integer.toString(who.price()));
    slots.put("price30", Integer.toString(who.price() * 6 / 100 * 10));
    slots.put("lowprice", Integer.toString(who.price()));
    slots.put("mail", "annonce." + number + "@example.org");
    slots.put("handle", "@demo_" + number);
    slots.put("stated", MinorStatement.text(who));
    return slots;
  }

  private static String secondName(Advertiser who, String name) {
    int alias = who.names().indexOf(name);
    return who.names().get((alias + 1) % who.names().size());
  }

  /** The make of a text. */
  enum Form {
    ONE,
    SHE,
    AGENCY,
    TWO,
    POOR_FRENCH,
    JOB,
    MINOR;

    static Form of(Advertiser who, Posting posting) {
      return switch (who.kind()) {
        case POSSIBLE_MINOR -> MINOR;
        case DUO -> TWO;
        case AGENCY -> AGENCY;
        case CONTROLLED_GROUP -> posting.ordinal() == 1 && who.number() % 2 == 0 ? JOB : SHE;
        case INDEPENDENT, TOURING, SPAMMER ->
            who.poorFrench()
                ? POOR_FRENCH
                : who.indicators().contains(Indicator.THIRD_PERSON) ? SHE : ONE;
      };
    }

    String category() {
      return switch (this) {
        case JOB -> "emploi";
        case MINOR -> "divers";
        case ONE, SHE, AGENCY, TWO, POOR_FRENCH -> "rencontres";
      };
    }
  }

  /** The age an ad states, or null where a school is named. */
  static final class MinorStatement {
    private static final String[] STATED = {
      "17 ans", "lycéenne", "16 ans", "élève de terminale au lycée", "17 ans"
    };

    private MinorStatement() {}

    static String text(Advertiser who) {
      return STATED[Math.floorMod(who.number(), STATED.length)];
    }

    static @Nullable String ageField(Advertiser who) {
      String stated = text(who);
      return Character.isDigit(stated.charAt(0)) ? stated : null;
    }
  }
}
