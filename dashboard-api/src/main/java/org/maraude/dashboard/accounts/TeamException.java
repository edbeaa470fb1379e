package org.maraude.dashboard.accounts;

import java.util.Locale;

/** What keeps a team from being made or changed. */
public final class TeamException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Problem {
    NO_SUCH_TEAM,
    NO_SUCH_PERSON,
    NAME_UNFIT,
    NAME_TAKEN,
    DEPARTEMENT_UNKNOWN,
    STILL_NEEDED
  }

  private final Problem problem;

  TeamException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  /** Stable, for pages and scripts. */
  public String code() {
    return "team-" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether what was named does not exist. */
  public boolean notFound() {
    return problem == Problem.NO_SUCH_TEAM || problem == Problem.NO_SUCH_PERSON;
  }
}
