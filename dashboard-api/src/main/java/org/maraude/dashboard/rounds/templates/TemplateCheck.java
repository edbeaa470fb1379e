package org.maraude.dashboard.rounds.templates;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a text must have before anybody can approve it: a way to refuse, and no word that names what
 * the reader may be thought to live through, or the police. The list is short and is no filter for
 * taste: the person who approves reads the text.
 */
public final class TemplateCheck {

  /** What is wrong with a text. */
  public enum Fault {
    EMPTY,
    TOO_LONG,
    /** It does not say how to refuse. */
    NO_WAY_TO_REFUSE,
    /** It has a word of the short list. */
    REFUSED_WORD
  }

  /** Four text messages of ordinary letters. */
  static final int LONGEST = 600;

  /** STOP is what every telephone company knows; in Chinese the word may stand instead. */
  private static final Pattern REFUSAL = Pattern.compile("(?<![a-z])stop(?![a-z])|停止|退订");

  /** Beginnings of words, without accents, in the six languages. */
  private static final List<String> BEGINNINGS =
      List.of(
          "exploit",
          "explota",
          "exploat",
          "explora",
          "traffick",
          "trafic ",
          "trafico",
          "traite des",
          "traite humaine",
          "traite d'",
          "trata de",
          "proxenet",
          "pimp",
          "prostitu",
          "victim",
          "vitima",
          "police",
          "policia",
          "politi",
          "gendarm",
          "brothel",
          "bordel");

  private static final List<String> CHINESE =
      List.of("剥削", "人口贩卖", "贩运", "受害", "警察", "公安", "卖淫", "妓");

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![a-z])(" + String.join("|", BEGINNINGS.stream().map(Pattern::quote).toList()) + ")");

  private TemplateCheck() {}

  /** What keeps the text from being approved; empty when nothing does. */
  public static List<Fault> faults(String words) {
    var plain = plain(words);
    if (plain.isBlank()) {
      return List.of(Fault.EMPTY);
    }
    return Stream.of(
            words.length() > LONGEST ? Fault.TOO_LONG : null,
            REFUSAL.matcher(plain).find() ? null : Fault.NO_WAY_TO_REFUSE,
            refusedWord(words).isPresent() ? Fault.REFUSED_WORD : null)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** The first word of the short list that the text has. */
  public static Optional<String> refusedWord(String words) {
    var plain = plain(words);
    var latin = WORDS.matcher(plain);
    return latin.find()
        ? Optional.of(latin.group(1).strip())
        : CHINESE.stream().filter(plain::contains).findFirst();
  }

  private static String plain(String words) {
    return Normalizer.normalize(words.replace('’', '\''), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
