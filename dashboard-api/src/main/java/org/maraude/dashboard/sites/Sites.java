package org.maraude.dashboard.sites;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.SiteStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the crawler tells about its sites, and what people ordered. */
public final class Sites {

  /** The crawler says something of each site every minute. */
  private static final Duration SILENCE = Duration.ofMinutes(3);

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<TreeMap<String, Double>> SHARES = new TypeReference<>() {};

  private final JdbcClient sql;
  private final Clock clock;

  public Sites(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Every site, those in trouble first. */
  public List<SiteRow> all() {
    var now = clock.instant();
    var yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    var orders = latestOrders();
    return sql.sql(
            """
            select s.*,
              (select sum(c.successful)::double precision / nullif(sum(c.planned), 0)
               from crawl_coverage c where c.site_id = s.site_id and c.day >= ?) as coverage
            from site_status s order by s.state = 'RUNNING', s.name, s.site_id\
            """)
        .param(yesterday)
        .query((row, n) -> site(row, orders.get(row.getString("site_id")), now))
        .list();
  }

  /** The latest order for all sites together. */
  public Optional<SiteOrder> orderForAll() {
    return Optional.ofNullable(latestOrders().get(CrawlControl.ALL_SITES));
  }

  private Map<String, SiteOrder> latestOrders() {
    var latest = new TreeMap<String, SiteOrder>();
    sql.sql(
            """
            select distinct on (o.site_id) o.*, u.name
            from site_orders o join users u on u.id = o.ordered_by
            order by o.site_id, o.seq desc\
            """)
        .query((row, n) -> SiteOrders.read(row))
        .list()
        .forEach(order -> latest.put(order.siteId(), order));
    return latest;
  }

  private static SiteRow site(ResultSet row, @Nullable SiteOrder order, Instant now)
      throws SQLException {
    var state = SiteStatus.State.valueOf(row.getString("state"));
    var cause = cause(row.getString("cause"));
    long requests = row.getLong("requests");
    long adsNew = row.getLong("ads_new");
    var at = row.getTimestamp("at").toInstant();
    return new SiteRow(
        row.getString("site_id"),
        row.getString("name"),
        state,
        cause,
        row.getString("detail"),
        row.getString("reason"),
        row.getTimestamp("since").toInstant(),
        instant(row.getTimestamp("next_visit")),
        instant(row.getTimestamp("last_new_ad")),
        requests,
        row.getLong("pages_fetched"),
        row.getLong("ads_known"),
        adsNew,
        adsNew == 0 ? null : (double) requests / adsNew,
        row.getObject("coverage", Double.class),
        JSON.readValue(row.getString("field_health"), SHARES),
        List.of((String[]) row.getArray("faded").getArray()),
        order,
        order != null && !order.obeyed(state, cause),
        at.plus(SILENCE).isBefore(now),
        at);
  }

  private static SiteStatus.@Nullable Cause cause(@Nullable String name) {
    return name == null ? null : SiteStatus.Cause.valueOf(name);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
