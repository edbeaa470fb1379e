package org.maraude.dashboard.trends;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.queue.KeyReusedException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was done to bands under an idempotency key. Joins the transaction that is open; whoever
 * comes second waits for the first one's end.
 */
final class BandKeys {

  private final JdbcClient sql;
  private final Clock clock;

  BandKeys(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The band that the same request was about before; empty when it comes for the first time, which
   * is noted.
   *
   * @param key null for a request that is done each time
   * @param request all of it, with what is to be done
   * @param band the one that it is about
   * @throws KeyReusedException when the key stood with another request
   */
  Optional<String> earlier(Person person, @Nullable String key, String request, String band) {
    if (key == null) {
      return Optional.empty();
    }
    var fingerprint = DigestUtils.sha256Hex(request);
    int first =
        sql.sql(
                """
                insert into band_keys (person, key, fingerprint, band, at)
                values (?, ?, ?, ?, ?) on conflict do nothing\
                """)
            .params(person.id(), key, fingerprint, band, Timestamp.from(clock.instant()))
            .update();
    return first == 1 ? Optional.empty() : Optional.of(before(person, key, fingerprint));
  }

  private String before(Person person, String key, String fingerprint) {
    return sql.sql("select band, fingerprint from band_keys where person = ? and key = ?")
        .params(person.id(), key)
        .query((row, n) -> {
          if (!row.getString("fingerprint").equals(fingerprint)) {
            throw new KeyReusedException();
          }
          return row.getString("band");
        })
        .single();
  }
}
