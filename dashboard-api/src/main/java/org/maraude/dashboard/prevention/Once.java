package org.maraude.dashboard.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.queue.KeyReusedException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does once what comes twice with one idempotency key. Joins the transaction that is open; whoever
 * comes second waits for the first one's end.
 */
final class Once {

  private final JdbcClient sql;
  private final Clock clock;
  private final Supplier<UUID> ids;

  Once(JdbcClient sql, Clock clock, Supplier<UUID> ids) {
    this.sql = sql;
    this.clock = clock;
    this.ids = ids;
  }

  /** What makes something under an id that is new. */
  interface Making {
    void make(UUID id);
  }

  /**
   * The id of what was made, now or before.
   *
   * @param key null makes something each time
   * @param request what was asked for; the same key with another request is an error
   * @throws KeyReusedException when the key stood with another request
   */
  UUID make(Person person, @Nullable String key, Object request, Making making) {
    var id = ids.get();
    if (key != null) {
      var fingerprint = Sha256.of(request.toString());
      int first =
          sql.sql(
                  """
                  insert into prevention_keys (person, key, fingerprint, made, at)
                  values (?, ?, ?, ?, ?) on conflict do nothing\
                  """)
              .params(person.id(), key, fingerprint, id, Timestamp.from(clock.instant()))
              .update();
      if (first == 0) {
        return earlier(person, key, fingerprint);
      }
    }
    making.make(id);
    return id;
  }

  private UUID earlier(Person person, String key, String fingerprint) {
    return sql.sql("select made, fingerprint from prevention_keys where person = ? and key = ?")
        .params(person.id(), key)
        .query((row, n) -> {
          if (!row.getString("fingerprint").equals(fingerprint)) {
            throw new KeyReusedException();
          }
          return row.getObject("made", UUID.class);
        })
        .single();
  }
}
