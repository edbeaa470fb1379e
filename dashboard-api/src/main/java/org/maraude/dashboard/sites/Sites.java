package org.maraude.dashboard.sites;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.crawl.SiteStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the crawler tells about its sites. */
public final class Sites {

  private final JdbcClient sql;
  private final Clock clock;

  public Sites(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Every site, those in trouble first. */
  public List<SiteRow> all() {
    var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    return sql.sql(
            """
            select s.*,
              (select sum(c.successful)::double precision / nullif(sum(c.planned), 0)
               from crawl_coverage c where c.site_id = s.site_id and c.day >= ?) as coverage
            from site_status s order by s.state = 'RUNNING', s.name\
            """)
        .param(yesterday)
        .query((row, n) ->
            new SiteRow(
                row.getString("site_id"),
                row.getString("name"),
                SiteStatus.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                instant(row.getTimestamp("next_visit")),
                instant(row.getTimestamp("last_new_ad")),
                row.getLong("pages_fetched"),
                row.getLong("ads_known"),
                row.getLong("ads_new"),
                row.getObject("coverage", Double.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
