package org.maraude.dashboard.glossary;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.prevention.PreventionException;
import org.maraude.dashboard.prevention.Words;

/**
 * A word and what it means.
 *
 * @param source an institution or a law, by name
 * @param sourceDay when it was published; null where that is not certain
 * @param indicators beside whose rules it stands, whatever their words
 */
public record Term(
    UUID id,
    String wordFr,
    String wordEn,
    String saysFr,
    String saysEn,
    String source,
    @Nullable LocalDate sourceDay,
    List<String> indicators,
    int version) {

  public Term {
    indicators = List.copyOf(indicators);
  }

  /** Whether it stands beside a rule: by its indicator, or because the rule's words hold it. */
  public boolean beside(String indicator, Collection<String> words) {
    return indicators.contains(indicator)
        || words.stream().anyMatch(text -> holds(text, wordFr) || holds(text, wordEn));
  }

  private static boolean holds(String text, String word) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(plain(word)) + "(?![\\p{L}\\p{N}])")
        .matcher(plain(text))
        .find();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * A term as it is to be; its indicators stay.
   *
   * @param version the one that was read; 0 for a new one
   */
  public record Draft(
      int version,
      String wordFr,
      String wordEn,
      String saysFr,
      String saysEn,
      String source,
      @Nullable LocalDate sourceDay) {

    /**
     * @throws PreventionException with what is missing
     */
    public Draft {
      wordFr = Words.line("term-word", wordFr, 80, true);
      wordEn = Words.line("term-word", wordEn, 80, true);
      saysFr = Words.line("term-says", saysFr, 600, true);
      saysEn = Words.line("term-says", saysEn, 600, true);
      source = Words.line("term-source", source, 200, true);
    }
  }
}
