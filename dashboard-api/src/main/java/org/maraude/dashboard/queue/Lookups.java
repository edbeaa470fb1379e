package org.maraude.dashboard.queue;

import java.util.Collection;
import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers who was shown what a first person decided while its second reading waits: they read it
 * a second time no more. Whatever shows a decision tells it here.
 */
public final class Lookups {

  private final JdbcClient sql;

  public Lookups(JdbcClient sql) {
    this.sql = sql;
  }

  /** What was decided of these items is shown to the reader now. */
  public void shown(Person reader, Collection<UUID> items) {
    if (items.isEmpty()) {
      return;
    }
    // Who has the reading before them is shown no decision, and who decided reads it never.
    sql.sql(
            """
            insert into double_read_lookups (reading, person)
            select r.id, :me from double_reads r
            where r.item_id = any(:items) and r.outcome is null and r.first_by <> :me
              and r.reader is distinct from :me
            on conflict do nothing\
            """)
        .param("me", reader.id())
        .param("items", items.toArray(UUID[]::new))
        .update();
  }
}
