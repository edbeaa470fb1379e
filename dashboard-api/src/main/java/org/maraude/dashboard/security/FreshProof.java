package org.maraude.dashboard.security;

import java.time.Duration;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.secondfactor.SecondFactors;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who is in for the password or a code once more, before what an open screen must not
 * do. Guesses are slowed down as those of codes.
 */
@Component
class FreshProof {

  private final Accounts accounts;
  private final SecondFactors factors;
  private final CodeLimits limits;

  FreshProof(Accounts accounts, SecondFactors factors, CodeLimits limits) {
    this.accounts = accounts;
    this.factors = factors;
    this.limits = limits;
  }

  /**
   * What came of it.
   *
   * @param pause until the next try is looked at; zero when this one was
   */
  record Answer(boolean given, Duration pause) {

    /** Whole seconds, at least one. */
    long seconds() {
      return Math.max(1, pause.toSeconds());
    }
  }

  /**
   * Looks at what was given.
   *
   * @param proof the password, or a code by time or for recovery
   */
  Answer of(SignedIn reader, String proof) {
    var person = reader.person().id();
    var wait = limits.attempt(person);
    if (!wait.isZero()) {
      return new Answer(false, wait);
    }
    boolean given =
        accounts.passwordIs(reader.getUsername(), proof)
            || (factors.has(person) && factors.accepts(person, proof));
    if (given) {
      limits.succeeded(person);
    }
    return new Answer(given, Duration.ZERO);
  }
}
