package org.maraude.analyzer.extract;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes phone numbers of the fiction ranges in ways put together from parts that know nothing of
 * the decoder: number words come from ICU, digits from Unicode's blocks. The seed decides all.
 */
final class ComposedDisguises {

  /** A text, the number in it as written, and what it dials. */
  record Composed(String text, String written, String e164, String how) {}

  private static final List<String> FRENCH =
      List.of("019900", "026191", "035301", "046571", "053649", "063998");
  private static final List<String> LANGUAGES =
      List.of("fr", "fr-BE", "fr-CH", "en", "es", "it", "pt", "ro");
  private static final int[] ZEROS = {
    0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6
  };
  private static final String[] SINGLES = {"⓪①②③④⑤⑥⑦⑧⑨", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "⓿❶❷❸❹❺❻❼❽❾"};
  private static final String[] MARKS = {
    "\uFE0F\u20E3", "\u0336", "\u0332", "\u200D", "\u2060", "\u0301"
  };
  private static final List<String> SEPARATORS =
      List.of(
          " ", ".", "-", "/", " - ", "_", "*", "~", "|", "•", "·", "…", " 🌸 ", "💎", "❤️", "👩‍🦰",
          " : ", ";", "=", "\u200B", "\u00A0", " puis ", " et ", " point ", " tiret ", " then ",
          " – ", "  ", "', '", ")(", "][", "➡", " ⭐️ ");
  private static final List<String> BEFORE =
      List.of(
          "",
          "Appelez le ",
          "24 ans, ",
          "Paris 75011, ",
          "80€ les 30 min. ",
          "1m68 55kg ",
          "7j/7 ",
          "Client sérieux : ",
          "😀😀 ",
          "mon tel ",
          "10h-22h ",
          "Réponse rapide.\n");
  private static final List<String> BEHIND =
      List.of(
          "",
          " merci",
          ", de 10h à 20h",
          " 😀",
          ". À bientôt",
          " 7j/7",
          " (pas de sms)",
          "\nbisous");

  private final Random random;

  ComposedDisguises(long seed) {
    this.random = new Random(seed);
  }

  Composed next() {
    String national = pick(FRENCH) + "%04d".formatted(random.nextInt(10_000));
    String separator = pick(SEPARATORS);
    String language = pick(LANGUAGES);
    int look = random.nextInt(8);
    boolean mixed = random.nextInt(3) == 0;
    StringBuilder written = new StringBuilder();
    StringBuilder how = new StringBuilder(language);
    for (int at = 0; at < 10; at += 2) {
      int now = mixed ? random.nextInt(8) : look;
      how.append(' ').append(now);
      String group = group(national.substring(at, at + 2), now, language);
      written.append(at == 0 ? "" : separator).append(group);
    }
    String text = pick(BEFORE) + written + pick(BEHIND);
    return new Composed(
        text, written.toString(), "+33" + national.substring(1), how + " «" + separator + "»");
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String group(String pair, int look, String language) {
    return switch (look) {
      case 0 -> pair;
      case 1 -> words(pair, language);
      case 2 -> digitWords(pair, language);
      case 3 -> each(pair, digit -> Character.toString(ZEROS[pick(ZEROS.length)] + digit));
      case 4 -> each(pair, digit -> SINGLES[pick(SINGLES.length)].substring(digit, digit + 1));
      case 5 -> marked(pair, MARKS[pick(MARKS.length)]);
      case 6 -> pair.replace('0', random.nextBoolean() ? 'O' : 'o').replace('1', 'l');
      default -> misspelt(words(pair, language));
    };
  }

  private int pick(int bound) {
    return random.nextInt(bound);
  }

  private static String each(String pair, java.util.function.IntFunction<String> draw) {
    return draw.apply(pair.charAt(0) - '0') + draw.apply(pair.charAt(1) - '0');
  }

  private static String marked(String pair, String mark) {
    return pair.charAt(0) + mark + pair.charAt(1) + mark;
  }

  private String words(String pair, String language) {
    String rest = spelt(Integer.parseInt(pair), language);
    String whole =
        pair.charAt(0) == '0' && !pair.equals("00") ? spelt(0, language) + " " + rest : rest;
    return pair.equals("00") ? spelt(0, language) + " " + spelt(0, language) : style(whole);
  }

  private String digitWords(String pair, String language) {
    return style(
        spelt(pair.charAt(0) - '0', language) + " " + spelt(pair.charAt(1) - '0', language));
  }

  private static String spelt(int value, String language) {
    return new RuleBasedNumberFormat(
            Locale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT)
        .format(value)
        .replace("\u00AD", "");
  }

  private String style(String words) {
    return switch (pick(5)) {
      case 0 -> words.toUpperCase(Locale.ROOT);
      case 1 -> words.replace('-', ' ');
      case 2 -> Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
      case 3 -> words.replace(' ', '-');
      default -> words;
    };
  }

  /** One letter of a long word doubled or left out, never the first. */
  private String misspelt(String words) {
    if (words.length() < 6) {
      return words;
    }
    int at = 2 + pick(words.length() - 3);
    boolean inWord =
        Character.isLetter(words.charAt(at)) && Character.isLetter(words.charAt(at - 1));
    boolean twice = random.nextBoolean();
    return inWord
        ? words.substring(0, at) + (twice ? words.substring(at - 1, at) : "") + words.substring(at)
        : words;
  }
}
