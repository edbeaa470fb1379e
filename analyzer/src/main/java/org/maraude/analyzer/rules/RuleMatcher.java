package org.maraude.analyzer.rules;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.maraude.analyzer.text.AdWords;

/**
 * Finds which rules' words stand in an ad. Made for one set of rules and never changed: another set
 * is another matcher. Implementations are thread safe and all give the same matches; the contract
 * test runs on each.
 */
public interface RuleMatcher extends AutoCloseable {

  /** Nobody asks how many rules were looked at. */
  IntConsumer NOBODY = rules -> {};

  /**
   * The rules on words that fire, by id, with every place. A rule that fails is left out and
   * counted; it never stops the others.
   */
  default List<RuleMatch> match(AdWords words) {
    return match(words, NOBODY);
  }

  /**
   * The same.
   *
   * @param candidates hears once how many rules had to be looked at, whether they fired or not
   */
  List<RuleMatch> match(AdWords words, IntConsumer candidates);

  /** How often each rule failed since the start; a rule that never did is absent. */
  Map<String, Long> errors();

  /** Ends its use; nothing matches afterwards. */
  @Override
  void close();
}
