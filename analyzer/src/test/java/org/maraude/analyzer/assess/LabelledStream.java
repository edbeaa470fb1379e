package org.maraude.analyzer.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;

/**
 * A market of invented advertisers over thirty days, each with a text of its own that it changes a
 * little from ad to ad, and the site's own words around all. Bland by construction.
 */
public final class LabelledStream {

  /**
   * @param advertiser also the label of its text
   * @param signs that its ads show together
   */
  public record Ad(ObservedAd observed, String kind, String advertiser, Set<FactCondition> signs) {}

  private static final Instant BEGIN = Instant.parse("2026-09-01T06:00:00Z");
  private static final List<String> NAMES =
      List.of("Alba", "Brune", "Chloris", "Daphne", "Elia", "Flora", "Gaia", "Hebe", "Iris");
  private static final List<String> WORDS =
      List.of(
          ("calme parking facile rue gare ascenseur étage jardin terrasse matin midi soir semaine"
                  + " dimanche samedi accueil sourire musique lecture voyage cuisine marche piscine"
                  + " balade lumière fenêtre quartier centre marché théâtre cinéma pause douceur"
                  + " patience politesse réponse rapide message journée horaires souples lundi mardi"
                  + " jeudi vendredi propre moderne ancien clair discret proche tramway bus métro")
              .split(" "));
  private static final String SITE =
      " Annonce publiée sur ce site de démonstration, merci de rester courtois avec toutes.";

  private final Random random;
  private final List<Ad> ads = new ArrayList<>();
  private int advertisers;
  private int contacts;

  public LabelledStream(long seed) {
    this.random = new Random(seed);
  }

  /** In order of time. */
  public List<Ad> of(int size) {
    for (int i = 0; i < size; i++) {
      int of100 = i % 100;
      if (of100 < 62) {
        independent();
      } else if (of100 < 72) {
        duo();
      } else if (of100 < 80) {
        touring();
      } else if (of100 < 86) {
        agency(of100 == 85 ? 36 : 8);
      } else if (of100 < 90) {
        spammer();
      } else if (of100 < 94) {
        controlled(of100 < 92);
      } else if (of100 < 96) {
        recruiter();
      } else if (of100 < 98) {
        minor();
      } else {
        agesApart();
      }
    }
    return ads.stream()
        .sorted(
            Comparator.comparing((Ad ad) -> ad.observed().observedAt())
                .thenComparing(ad -> ad.observed().adId()))
        .toList();
  }

  private void independent() {
    var draft = new Draft("independent", Set.of());
    boolean hidden = random.nextInt(10) == 0;
    var contact = hidden ? "" : mail();
    var phone = hidden ? spelt() : "";
    var extra = random.nextInt(3) == 0 ? "Sérieuse et fiable." : "";
    int begin = random.nextInt(20);
    for (int i = 0; i <= random.nextInt(4); i++) {
      draft.post(begin + i * 2, name(0), 25, "75", extra, contact + phone);
    }
  }

  private void duo() {
    var draft = new Draft("duo", Set.of());
    var contact = random.nextBoolean() ? mail() : spelt();
    int begin = random.nextInt(20);
    for (int i = 0; i < 4; i++) {
      draft.post(
          begin + i, name(i % 2), 20 + 7 * (i % 2), "69", "Sérieuses, nous recevons.", contact);
    }
  }

  private void touring() {
    var draft = new Draft("touring", Set.of());
    var contact = mail();
    for (int i = 0; i < 7; i++) {
      draft.post(3 + i, name(0), 31, "3" + i, "De passage.", contact);
    }
  }

  private void agency(int size) {
    var signs = EnumSet.of(FactCondition.SHARED_CONTACT);
    if (size >= 30) {
      signs.add(FactCondition.HIGH_RHYTHM);
    }
    var draft = new Draft("agency", signs);
    var contact = mail();
    for (int i = 0; i < size; i++) {
      draft.post(5 + i / 8, name(i % 5), 28, "13", "Notre équipe répond.", contact);
    }
  }

  private void spammer() {
    var draft = new Draft("spammer", Set.of(FactCondition.LOOKS_LIKE_SPAM));
    var contact = mail();
    for (int i = 0; i < 14; i++) {
      draft.post(10 + i / 7, name(0), 30, Integer.toString(40 + i), "", contact);
    }
  }

  private void controlled(boolean moving) {
    var signs = EnumSet.of(FactCondition.SHARED_TEMPLATE);
    if (moving) {
      signs.add(FactCondition.MOVEMENT);
    }
    var draft = new Draft("controlled", signs);
    var rotating = List.of(spelt(), mail(), spelt(), mail());
    for (int i = 0; i < 9; i++) {
      draft.post(
          8 + i / 2,
          name(i % 4),
          26,
          moving ? "5" + i : "59",
          "Sérieuse et fiable, notre équipe répond, prenez rendez-vous avec le secrétariat.",
          rotating.get(i % 4));
    }
  }

  private void recruiter() {
    var draft = new Draft("recruiter", Set.of(FactCondition.RECRUITMENT_LINK));
    var contact = mail();
    draft.post(4, name(0), 29, "33", "", contact);
    draft.post(5, name(0), 29, "33", "Cherche collaboratrices, argent facile.", contact);
  }

  private void minor() {
    var draft = new Draft("minor", Set.of());
    draft.post(random.nextInt(20), name(0), 16, "31", "", mail());
  }

  private void agesApart() {
    var draft = new Draft("minor", Set.of(FactCondition.LINKED_AGES_APART));
    var contact = mail();
    draft.post(6, name(0), 24, "44", "Je suis très jeune.", contact);
    draft.post(7, name(0), 19, "44", "Je suis très jeune.", contact);
  }

  private String name(int shift) {
    return NAMES.get((advertisers + shift) % NAMES.size());
  }

  private String mail() {
    return " Écrivez à a" + ++contacts + "@example.org";
  }

  /** A number of the range for fiction, written so that it is hard to read. */
  private String spelt() {
    var digits = new StringBuilder(" Tel zéro six trente-neuf quatre-vingt-dix-huit");
    int number = ++contacts;
    for (int unit = 1000; unit > 0; unit /= 10) {
      digits
          .append(' ')
          .append(
              List.of(
                      "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit",
                      "neuf")
                  .get(number / unit % 10));
    }
    return digits.toString();
  }

  /** An advertiser with its text. */
  private final class Draft {
    private final String kind;
    private final String label = "advertiser" + ++advertisers;
    private final Set<FactCondition> signs;
    private final List<String> text = new ArrayList<>();
    private int number;

    Draft(String kind, Set<FactCondition> signs) {
      this.kind = kind;
      this.signs = signs;
      for (int i = 0; i < 40; i++) {
        text.add(WORDS.get(random.nextInt(WORDS.size())));
      }
    }

    void post(int day, String name, int age, String departement, String extra, String contact) {
      var words = new ArrayList<>(text);
      words.set(random.nextInt(words.size()), "nouveauté");
      var body =
          "Bonjour, je m'appelle %s, j'ai %d ans. %s. %s%s.%s"
              .formatted(name, age, String.join(" ", words), extra, contact, SITE);
      var id = label + "-" + ++number;
      var at = BEGIN.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(60_000));
      ads.add(
          new Ad(
              new ObservedAd(
                  "demo:" + id,
                  "demo",
                  "https://demo.test/" + id,
                  at,
                  null,
                  "Annonce",
                  body,
                  "rencontres",
                  new Place("", departement, "FR"),
                  Map.of(),
                  0,
                  ""),
              kind,
              label,
              signs));
    }
  }
}
