package org.maraude.analyzer.rules;

/**
 * A rule set that must not be used; the one in use stays. The message is one line: file, line, key,
 * what is wrong, what to do.
 */
public final class RuleSetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RuleSetException(Rule.Where where, String problem) {
    super(where + ": " + problem);
  }

  RuleSetException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
