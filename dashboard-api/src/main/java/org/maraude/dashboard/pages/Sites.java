package org.maraude.dashboard.pages;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sites' states, as the crawler last told them. */
@Component
class Sites {

  private final JdbcClient sql;

  Sites(JdbcClient sql) {
    this.sql = sql;
  }

  List<SiteLine> all() {
    return sql.sql(
            """
            select name, state, reason, ads_known, pages_fetched, last_new_ad
            from site_status order by name, site_id""")
        .query(
            (row, n) -> {
              Timestamp last = row.getTimestamp("last_new_ad");
              return new SiteLine(
                  row.getString("name"),
                  row.getString("state"),
                  row.getString("reason"),
                  row.getLong("ads_known"),
                  row.getLong("pages_fetched"),
                  last == null ? null : last.toInstant());
            })
        .list();
  }
}
