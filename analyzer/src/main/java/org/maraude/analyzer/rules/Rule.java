package org.maraude.analyzer.rules;

import java.util.List;
import org.maraude.events.assessment.Signal;

/**
 * One rule, as its file states it.
 *
 * @param version one more whenever its meaning changes; decisions are counted by it
 * @param weight in log-odds; negative protects
 * @param languages ISO 639-1, for readers; a rule is tried on every ad
 * @param says what it observes
 * @param ordinary the ordinary explanation
 * @param source the research or practice behind it
 * @param caveat what a reader should keep in mind
 * @param where file and line, for messages
 */
public record Rule(
    String id,
    int version,
    Indicator indicator,
    Level level,
    double weight,
    List<String> languages,
    Wording says,
    Wording ordinary,
    String source,
    Wording caveat,
    Match match,
    Examples examples,
    Where where) {

  public Rule {
    languages = List.copyOf(languages);
  }

  /** A text in both languages of the screens. */
  public record Wording(String fr, String en) {}

  /** Texts the rule must and must not fire on; tried whenever it is loaded. */
  public record Examples(List<String> hit, List<String> miss) {
    public Examples {
      hit = List.copyOf(hit);
      miss = List.copyOf(miss);
    }
  }

  /** A place in a rule file; lines count from 1. */
  public record Where(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  public Signal.Group group() {
    return indicator.group();
  }
}
