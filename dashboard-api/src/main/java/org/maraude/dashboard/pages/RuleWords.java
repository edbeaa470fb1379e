package org.maraude.dashboard.pages;

import java.util.Locale;
import org.maraude.dashboard.rules.RuleText;

/** What a rule says, in the reader's language. */
public record RuleWords(String says, String ordinary, String caveat, String source, String level) {

  /** The words of one rule. */
  public static RuleWords of(RuleText text, Locale locale) {
    return new RuleWords(
        text.says().in(locale),
        text.ordinary().in(locale),
        text.caveat().in(locale),
        text.source(),
        text.level());
  }
}
