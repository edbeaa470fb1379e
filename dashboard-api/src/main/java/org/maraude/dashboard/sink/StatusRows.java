package org.maraude.dashboard.sink;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Topic;
import org.maraude.events.crawl.SiteStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The latest state of each site stands. */
final class StatusRows implements Rows<SiteStatus> {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient sql;

  StatusRows(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Topic topic() {
    return Topic.CRAWL_STATUS;
  }

  @Override
  public Class<SiteStatus> type() {
    return SiteStatus.class;
  }

  @Override
  public void write(List<Arrived<SiteStatus>> batch) {
    for (var arrived : Rows.lastOfEach(batch)) {
      var status = arrived.event();
      if (status == null) {
        sql.sql("delete from site_status where site_id = ?").param(arrived.key()).update();
      } else {
        write(status);
      }
    }
  }

  private void write(SiteStatus status) {
    sql.sql(
            """
            insert into site_status (site_id, name, state, reason, since, next_visit, last_new_ad,
              pages_fetched, ads_known, ads_new, field_health, at, cause, detail, requests, faded)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?)
            on conflict (site_id) do update set name = excluded.name, state = excluded.state,
              reason = excluded.reason, since = excluded.since, next_visit = excluded.next_visit,
              last_new_ad = excluded.last_new_ad, pages_fetched = excluded.pages_fetched,
              ads_known = excluded.ads_known, ads_new = excluded.ads_new,
              field_health = excluded.field_health, at = excluded.at, cause = excluded.cause,
              detail = excluded.detail, requests = excluded.requests, faded = excluded.faded
            where site_status.at <= excluded.at\
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                status.siteId(),
                status.name(),
                status.state().name(),
                status.reason(),
                Timestamp.from(status.since()),
                timestamp(status.nextVisit()),
                timestamp(status.lastNewAd()),
                status.pagesFetched(),
                status.adsKnown(),
                status.adsNew(),
                JSON.writeValueAsString(new TreeMap<>(status.fieldHealth())),
                Timestamp.from(status.at()),
                status.cause() == null ? null : status.cause().name(),
                status.detail(),
                status.requests(),
                status.faded().toArray(String[]::new)))
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
