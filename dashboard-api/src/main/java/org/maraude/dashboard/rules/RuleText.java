package org.maraude.dashboard.rules;

import org.maraude.events.Required;

/**
 * One version of a rule, as far as a reader is told.
 *
 * @param indicator the row of the indicator table it belongs to
 * @param level how well it is tested: A, A-, B+, B, C
 * @param source where the indicator was published
 * @param says what was seen
 * @param ordinary its ordinary explanation
 * @param caveat what else to know; may be empty
 */
public record RuleText(
    String rule,
    int version,
    String indicator,
    String level,
    String source,
    BothLanguages says,
    BothLanguages ordinary,
    BothLanguages caveat) {

  public RuleText {
    Required.text(rule, "id");
  }
}
