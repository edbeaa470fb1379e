package org.maraude.dashboard.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.maraude.dashboard.accounts.SignInThrottle;

/**
 * Slows down guesses of codes, by person: whoever guesses one has the password already. A try
 * counts as failed until it has succeeded, so that many at once gain nothing. Thread safe.
 */
final class CodeLimits {

  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<UUID, SignInThrottle> failures = new LinkedHashMap<>(16, 0.75f, true);

  CodeLimits(Clock clock) {
    this.clock = clock;
  }

  /** Counts a try. What is left to wait; zero when the code may be looked at. */
  Duration attempt(UUID person) {
    synchronized (failures) {
      var known = failures.getOrDefault(person, SignInThrottle.NONE);
      var wait = known.waits(clock.instant());
      if (wait.isZero()) {
        failures.put(person, known.failed(clock.instant()));
        if (failures.size() > REMEMBERED) {
          failures.remove(failures.keySet().iterator().next());
        }
      }
      return wait;
    }
  }

  void succeeded(UUID person) {
    synchronized (failures) {
      failures.remove(person);
    }
  }
}
