package org.maraude.analyzer.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.maraude.analyzer.Ads;
import org.maraude.events.assessment.Queue;

/**
 * Ads put together from {@code phrases.tsv} by a seed, with their labels. The shares are chosen so
 * that the number of signs in an ad follows the published ones: 58 % show one, 21 % two, 2 % more.
 */
final class GeneratedAds {

  private static final List<String> NAMES =
      List.of("Alma", "Brune", "Cora", "Dune", "Elba", "Fleur", "Gina", "Hina", "Ilda", "Jora");
  private static final List<String> TOWNS =
      List.of("Dijon", "Nantes", "Pau", "Metz", "Leeds", "Gap", "Sète", "Troyes", "Blois");
  private static final List<String> PLAIN =
      List.of(
          "06 39 98 %02d %02d", "0639 98 %02d%02d", "+33 6 39 98 %02d %02d", "06.39.98.%02d.%02d");
  private static final String[] DIGITS = {
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"
  };
  private static final List<List<String>> UNDER_18 =
      List.of(
          List.of("fr", "quinze", "seize", "dix-sept"),
          List.of("en", "fifteen", "sixteen", "seventeen"),
          List.of("es", "quince", "dieciséis", "diecisiete"),
          List.of("ro", "cincisprezece", "șaisprezece", "șaptesprezece"));

  private final Random random;
  private final List<String[]> phrases = LabelledAd.rows("phrases.tsv");
  private StringBuilder text = new StringBuilder();
  private Set<String> signs = new TreeSet<>();
  private int least = 23;
  private int number;

  GeneratedAds(long seed) {
    random = new Random(seed);
  }

  List<LabelledAd> make(int count) {
    var ads = new ArrayList<LabelledAd>();
    while (ads.size() < count) {
      ads.add(next());
    }
    return ads;
  }

  private LabelledAd next() {
    text = new StringBuilder();
    signs = new TreeSet<>();
    least = 23;
    var language = random.nextInt(4) == 0 ? "en" : "fr";
    int of100 = random.nextInt(100);
    if (of100 < 78) {
      return independent(language);
    } else if (of100 < 86) {
      add(language, "duo");
      return done("duo", Queue.NONE, ordinary(language, 5));
    } else if (of100 < 92) {
      add(language, "agency");
      return done("agency", Queue.NONE, ordinary(language, 0));
    } else if (of100 < 94) {
      add(language, "recruit");
      return done("spammer", Queue.NONE, false);
    } else if (of100 < 96) {
      add(language, "manage");
      add(language, "reassure");
      return done("controlled", Queue.ADULT, true);
    }
    return minor(List.of("fr", "en", "es", "ro").get(random.nextInt(4)));
  }

  private LabelledAd independent(String language) {
    add(language, "greet");
    boolean young = random.nextInt(10) == 0;
    least = young ? 19 : 23;
    add(language, "self");
    boolean touring = random.nextInt(8) == 0;
    if (touring) {
      add(language, "arrived");
    }
    return done(touring ? "touring" : "independent", Queue.NONE, ordinary(language, 9));
  }

  /** What anybody may write; says whether the number is hidden, so many times in a hundred. */
  private boolean ordinary(String language, int hidden) {
    add(language, "where");
    add(language, "when");
    add(language, "manner");
    int sign = random.nextInt(100);
    if (sign < 30) {
      add(language, "reassure");
    } else if (sign < 45) {
      add(language, "limits");
    } else if (sign < 60) {
      add(language, "inside");
    } else if (sign < 63) {
      add(language, "reassure");
      add(language, "inside");
    }
    return random.nextInt(100) < hidden;
  }

  private LabelledAd minor(String language) {
    boolean known = language.equals("fr") || language.equals("en");
    switch (random.nextInt(known ? 4 : 3)) {
      case 0 -> add(language, "minorage");
      case 1 -> add(language, "minorword");
      case 2 -> add(language, "school");
      default -> {
        add(language, "eighteen");
        add(language, "youth");
      }
    }
    if (known) {
      add(language, "when");
    }
    return done("minor", Queue.MINOR, false);
  }

  private void add(String language, String slot) {
    var choices =
        phrases.stream().filter(row -> row[0].equals(language) && row[1].equals(slot)).toList();
    var chosen = choices.get(random.nextInt(choices.size()));
    signs.addAll(LabelledAd.signs(chosen[2]));
    var words = UNDER_18.stream().filter(row -> row.getFirst().equals(language)).findFirst();
    var sentence = chosen[3];
    while (sentence.contains("<age>")) {
      int age = least < 23 ? least + random.nextInt(4) : least + random.nextInt(30);
      if (age < 23) {
        signs.add("stated-age-18-22");
      }
      sentence = sentence.replaceFirst("<age>", Integer.toString(age));
    }
    text.append(text.isEmpty() ? "" : " ")
        .append(
            sentence
                .replace("<name>", NAMES.get(random.nextInt(NAMES.size())))
                .replace("<town>", TOWNS.get(random.nextInt(TOWNS.size())))
                .replace("<minor>", Integer.toString(14 + random.nextInt(4)))
                .replace("<minorword>", words.orElseThrow().get(1 + random.nextInt(3))));
  }

  private LabelledAd done(String kind, Queue queue, boolean hidden) {
    int first = random.nextInt(100);
    int second = random.nextInt(100);
    if (hidden) {
      signs.add("phone-obscured");
      text.append(" Tel ").append(spelt("063998%02d%02d".formatted(first, second)));
    } else {
      text.append(' ').append(PLAIN.get(random.nextInt(PLAIN.size())).formatted(first, second));
    }
    return new LabelledAd(
        kind,
        queue,
        signs,
        Ads.ad("generated" + ++number, "Annonce", text.toString(), Ads.NOON, null));
  }

  private String spelt(String digits) {
    var written = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      boolean word = i < 2 || random.nextBoolean();
      written.append(i == 0 ? "" : i % 2 == 0 ? " . " : " ").append(word ? DIGITS[digit] : digit);
    }
    return written.toString();
  }
}
