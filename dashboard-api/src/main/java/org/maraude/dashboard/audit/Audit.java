package org.maraude.dashboard.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The insert-only table of who did what. A write joins the transaction that is open, so that a deed
 * and its line stand or fall together.
 */
public final class Audit {

  private final JdbcClient sql;
  private final Clock clock;

  public Audit(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Adds a line.
   *
   * @param subject an item's id, or empty
   * @param reason codes only: no ad text, no contact, no name
   */
  public void write(@Nullable UUID actor, Deed action, String subject, String reason) {
    sql.sql("insert into audit (at, actor, action, subject, reason) values (?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(Timestamp.from(clock.instant()), actor, action.name(), subject, reason))
        .update();
  }

  /**
   * Lines before {@code before}, newest first, without those on items that the reader does not
   * reach or on campaigns of other teams, and without what others said of an item while a second
   * opinion is awaited: the reader may be asked for it.
   */
  public List<AuditRow> before(long before, int limit, UUID reader) {
    return sql.sql(
            """
            select a.seq, a.at, a.actor, a.action, a.subject, a.reason from audit a
            where a.seq < ?
              and not exists (select 1 from items i
                where i.id = case when pg_input_is_valid(a.subject, 'uuid') then a.subject::uuid end
                  and (not %s or a.action = 'OPINION_GIVEN' and i.status = 'SECOND_OPINION'
                    and a.actor is distinct from ?))
              and not exists (select 1 from campaigns c
                where c.id = case when pg_input_is_valid(a.subject, 'uuid') then a.subject::uuid end
                  and c.team is distinct from (select u.team from users u where u.id = ?))
            order by a.seq desc limit ?\
            """
                .formatted(Reach.of("i", "?")))
        .params(before, reader, reader, reader, limit)
        .query((row, n) ->
            new AuditRow(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor", UUID.class),
                Deed.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getString("reason")))
        .list();
  }
}
