package org.maraude.analyzer.extract;

import java.util.List;
import java.util.Random;

/** Writes numbers of the fiction ranges in ways that people use; the seed decides everything. */
public final class RandomDisguises {

  /** A text, and what is meant to be read from it. */
  public record Disguised(String text, String written, String e164) {}

  private static final List<String> PREFIXES =
      List.of("019900", "026191", "035301", "046571", "053649", "063998");
  private static final List<String> SEPARATORS =
      List.of(
          " ", ".", "-", " - ", "/", " / ", "*", " * ", "_", "...", " 🌹 ", "💋", " puis ", ", ",
          " | ");
  private static final List<String> BEFORE =
      List.of(
          "Appelez le ",
          "Bonjour, j'ai 24 ans, ",
          "Paris 75011 tel ",
          "80€ la demi-heure. ",
          "😀 ",
          "");
  private static final List<String> AFTER =
      List.of(" merci", ", de 10h à 20h", " 😀", ". Réponse rapide", " 7j/7", "");
  private static final String[] FRENCH = {
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf"
  };
  private static final String[] TENS = {"", "", "vingt", "trente", "quarante", "cinquante"};

  private final Random random;

  public RandomDisguises(long seed) {
    this.random = new Random(seed);
  }

  /** The next one. */
  public Disguised next() {
    String national = pick(PREFIXES) + "%04d".formatted(random.nextInt(10_000));
    String separator = pick(SEPARATORS);
    int look = random.nextInt(6);
    StringBuilder written = new StringBuilder();
    for (int at = 0; at < 10; at += 2) {
      written.append(at == 0 ? "" : separator).append(pair(national.substring(at, at + 2), look));
    }
    String text = pick(BEFORE) + written + pick(AFTER);
    return new Disguised(text, written.toString(), "+33" + national.substring(1));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String pair(String pair, int look) {
    return switch (look) {
      case 0 -> pair;
      case 1 -> random.nextBoolean() ? french(Integer.parseInt(pair)) : pair;
      case 2 -> pair.replace('0', 'O');
      case 3 -> shifted(pair, 0xFF10);
      case 4 -> shifted(pair, 0x1D7CE);
      default -> pair.charAt(0) + "\u200B" + pair.charAt(1);
    };
  }

  private static String shifted(String pair, int zero) {
    return pair.chars()
        .mapToObj(digit -> Character.toString(zero + digit - '0'))
        .reduce("", String::concat);
  }

  private static String french(int value) {
    if (value < 10) {
      return "zéro " + FRENCH[value];
    }
    if (value < 20) {
      return FRENCH[value];
    }
    if (value < 60) {
      return TENS[value / 10] + (value % 10 == 0 ? "" : "-" + FRENCH[value % 10]);
    }
    int base = value < 80 ? 60 : 80;
    String tens = base == 60 ? "soixante" : "quatre-vingt";
    return value == base ? tens : tens + "-" + FRENCH[value - base];
  }
}
