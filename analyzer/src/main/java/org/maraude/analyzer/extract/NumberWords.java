package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers written in letters, in French (also of Belgium and Switzerland), English and Spanish:
 * single words from a table, and the grammar of compounds up to 99. Immutable.
 */
final class NumberWords {

  /** One meaning of a word. */
  record Meaning(int value, String language, boolean soft) {}

  /** A word of the text. */
  record Word(String folded, int start, int end) {}

  /** A number and how many words it took. */
  record Parsed(String digits, int words, boolean soft) {}

  private static final Map<String, Integer> REPEATS = Map.of("double", 2, "doble", 2, "triple", 3);
  private static final List<String> LINKS = List.of("et", "y", "and");

  private final Map<String, List<Meaning>> meanings = new HashMap<>();

  NumberWords() {
    for (String[] row : Resource.rows("number-words.csv")) {
      meanings
          .computeIfAbsent(Folding.collapse(row[0]), word -> new ArrayList<>())
          .add(new Meaning(Integer.parseInt(row[1]), row[2], row[3].equals("soft")));
    }
  }

  /** The longest number that starts at word {@code at}; words must be neighbours already. */
  Optional<Parsed> parse(List<Word> words, int at) {
    Integer repeats = REPEATS.get(words.get(at).folded());
    if (repeats != null && at + 1 < words.size()) {
      return meaning(words, at + 1).stream()
          .filter(m -> m.value() < 10)
          .findFirst()
          .map(m -> new Parsed(Integer.toString(m.value()).repeat(repeats), 2, false));
    }
    Parsed best = null;
    for (Meaning first : meaning(words, at)) {
      Parsed parsed = compound(words, at, first);
      if (best == null || parsed.words() > best.words() || (best.soft() && !parsed.soft())) {
        best = parsed;
      }
    }
    return Optional.ofNullable(best);
  }

  private Parsed compound(List<Word> words, int at, Meaning first) {
    String language = first.language();
    int value = first.value();
    int used = 1;
    if (language.equals("fr") && value == 4 && valueAt(words, at + 1, "fr") == 20) {
      value = 80;
      used = 2;
    }
    if (value == 10 && language.equals("fr")) {
      int unit = valueAt(words, at + 1, "fr");
      return unit >= 7 && unit <= 9 ? number(10 + unit, 2) : number(10, 1);
    }
    if (value < 20 || value % 10 != 0) {
      return new Parsed(Integer.toString(value), used, first.soft());
    }
    int next = at + used;
    boolean linked = next < words.size() && LINKS.contains(words.get(next).folded());
    int skip = linked ? 1 : 0;
    int rest = valueAt(words, next + skip, language);
    boolean twenty = language.equals("fr") && (value == 60 || value == 80);
    if (twenty && rest == 10) {
      int unit = valueAt(words, next + skip + 1, language);
      return unit >= 7 && unit <= 9
          ? number(value + 10 + unit, used + skip + 2)
          : number(value + 10, used + skip + 1);
    }
    if (rest >= 1 && rest <= (twenty ? 16 : 9)) {
      return number(value + rest, used + skip + 1);
    }
    return new Parsed(Integer.toString(value), used, used == 1 && first.soft());
  }

  private static Parsed number(int value, int words) {
    return new Parsed(Integer.toString(value), words, false);
  }

  private int valueAt(List<Word> words, int at, String language) {
    return meaning(words, at).stream()
        .filter(m -> m.language().equals(language))
        .mapToInt(Meaning::value)
        .findFirst()
        .orElse(-1);
  }

  private List<Meaning> meaning(List<Word> words, int at) {
    return at < words.size() ? of(words.get(at).folded()) : List.of();
  }

  private List<Meaning> of(String folded) {
    List<Meaning> exact = meanings.get(folded);
    return exact != null ? exact : meanings.getOrDefault(Folding.collapse(folded), List.of());
  }

  /** Whether the word can be part of a number at all. */
  boolean isNumber(String folded) {
    return REPEATS.containsKey(folded) || LINKS.contains(folded) || !of(folded).isEmpty();
  }

  /**
   * A word that is several number words run together, such as {@code zerosix}, cut into them; empty
   * when it is not.
   */
  List<Word> segments(Word word) {
    List<Word> parts = new ArrayList<>();
    return word.folded().length() == word.end() - word.start() && cut(word, 0, parts)
        ? parts
        : List.of();
  }

  private boolean cut(Word word, int from, List<Word> parts) {
    String text = word.folded();
    if (from == text.length()) {
      return parts.size() > 1;
    }
    for (int to = text.length(); to >= from + 2; to--) {
      String part = text.substring(from, to);
      if (meanings.containsKey(part)) {
        parts.add(new Word(part, word.start() + from, word.start() + to));
        if (cut(word, to, parts)) {
          return true;
        }
        parts.removeLast();
      }
    }
    return false;
  }
}
