package org.maraude.analyzer.assess;

import java.util.function.IntConsumer;
import org.maraude.analyzer.rules.RuleMatcher;

/**
 * Hears how long the stages of an assessment took, and what they had to look at. Implementations
 * are thread safe.
 */
public interface StageTimes {

  /** Nobody listens. */
  StageTimes UNREAD = (stage, nanos) -> {};

  /** What happens to an ad, in this order. */
  enum Stage {
    /** Contacts, facts and words are read from the text, and contacts masked. */
    EXTRACT,
    /** The rules are tried. */
    MATCH,
    /** The matches become a score and a queue. */
    ASSESS,
    /** Contacts get their token and seal. */
    SEAL
  }

  /** A stage ended well; one that failed is not told. */
  void took(Stage stage, long nanos);

  /** Where the numbers of rules that ads made the matcher look at go; by default nowhere. */
  default IntConsumer candidates() {
    return RuleMatcher.NOBODY;
  }
}
