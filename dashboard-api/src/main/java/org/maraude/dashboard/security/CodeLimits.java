package org.maraude.dashboard.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.maraude.dashboard.accounts.SignInThrottle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guesses of codes, by person: whoever guesses one has the password already. A try
 * counts as failed until it has succeeded, so that many at once gain nothing; it is counted in the
 * database, so that a restart forgets none. Thread safe.
 */
final class CodeLimits {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CodeLimits(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Counts a try. What is left to wait; zero when the code may be looked at. */
  Duration attempt(UUID person) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var known = locked(person);
          var now = clock.instant();
          var wait = known.waits(now);
          if (wait.isZero()) {
            keep(person, known.failed(now));
          }
          return wait;
        }));
  }

  void succeeded(UUID person) {
    sql.sql("delete from code_guesses where user_id = ?").param(person).update();
  }

  /** What is known of a person; tries at once follow each other here. */
  private SignInThrottle locked(UUID person) {
    sql.sql(
            """
            insert into code_guesses (user_id, failures, last_at) values (?, 0, ?)
            on conflict do nothing\
            """)
        .params(person, Timestamp.from(Instant.EPOCH))
        .update();
    return sql.sql("select failures, last_at from code_guesses where user_id = ? for update")
        .param(person)
        .query((row, n) ->
            new SignInThrottle(row.getInt("failures"), row.getTimestamp("last_at").toInstant()))
        .optional()
        // Another window has just succeeded and taken the row away.
        .orElse(SignInThrottle.NONE);
  }

  private void keep(UUID person, SignInThrottle throttle) {
    sql.sql(
            """
            insert into code_guesses (user_id, failures, last_at) values (?, ?, ?)
            on conflict (user_id) do update set failures = excluded.failures, last_at = excluded.last_at\
            """)
        .params(person, throttle.failures(), Timestamp.from(throttle.last()))
        .update();
  }
}
