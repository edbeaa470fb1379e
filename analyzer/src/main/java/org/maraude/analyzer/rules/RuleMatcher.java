package org.maraude.analyzer.rules;

import java.util.List;
import java.util.Map;
import org.maraude.analyzer.text.AdWords;

/**
 * Finds which rules' words stand in an ad. Made for one set of rules and never changed: another set
 * is another matcher. Implementations are thread safe and all give the same matches; the contract
 * test runs on each.
 */
public interface RuleMatcher extends AutoCloseable {

  /**
   * The rules on words that fire, by id, with every place. A rule that fails is left out and
   * counted; it never stops the others.
   */
  List<RuleMatch> match(AdWords words);

  /** How often each rule failed since the start; a rule that never did is absent. */
  Map<String, Long> errors();

  /** Ends its use; nothing matches afterwards. */
  @Override
  void close();
}
