package org.maraude.analyzer.rules;

/**
 * A rule file as text.
 *
 * @param name the file's, without a folder
 */
public record RuleFile(String name, String yaml) {

  /** The file that holds caps and thresholds instead of rules. */
  public static final String SCORING = "scoring.yaml";

  boolean isScoring() {
    return name.equals(SCORING);
  }
}
