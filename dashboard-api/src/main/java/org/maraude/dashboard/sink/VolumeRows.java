package org.maraude.dashboard.sink;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maraude.events.Topic;
import org.maraude.events.volume.AdVolume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The latest count of each key stands; a deleted key goes. A few statements a batch: the database's
 * own triggers then keep the sums for the pages as often, in the same transaction. A count of a
 * quarter that is closed changes nothing.
 */
final class VolumeRows implements Rows<AdVolume> {

  private static final Logger log = LoggerFactory.getLogger(VolumeRows.class);
  private static final DateTimeFormatter QUARTER = DateTimeFormatter.ofPattern("uuuu-'Q'Q");

  private static final String KEYS = "unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::text[]";
  private static final String VOLUMES =
      KEYS
          + ", ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::jsonb[]) as n (advertiser,"
          + " day, site_id, departement, category, new_ads, returning_ads, live_ads, gone_ads,"
          + " ended)";
  private static final String SAME_KEY =
      " where v.advertiser = n.advertiser and v.day = n.day and v.site_id = n.site_id"
          + " and v.departement = n.departement and v.category = n.category";

  /** Not one upsert: it would fire two triggers, and each would see what the other one counts. */
  private static final String INSERT =
      "insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,"
          + " returning_ads, live_ads, gone_ads, ended) select * from "
          + VOLUMES
          + " on conflict do nothing";

  /** A row that stands already, after a replay say, is not written again. */
  private static final String UPDATE =
      "update ad_volumes v set new_ads = n.new_ads, returning_ads = n.returning_ads,"
          + " live_ads = n.live_ads, gone_ads = n.gone_ads, ended = n.ended from "
          + VOLUMES
          + SAME_KEY
          + " and (v.new_ads, v.returning_ads, v.live_ads, v.gone_ads, v.ended)"
          + " is distinct from (n.new_ads, n.returning_ads, n.live_ads, n.gone_ads,"
          + " n.ended)";

  private static final String DELETE =
      "delete from ad_volumes v using "
          + KEYS
          + ") as n (advertiser, day, site_id, departement, category)"
          + SAME_KEY
          + " and not exists (select from volume_quarters q"
          + " where q.quarter = quarter_of(v.day) and q.closed_at is not null)";

  private static final List<Function<AdVolume, Object>> COLUMNS =
      List.of(
          AdVolume::advertiser,
          AdVolume::day,
          AdVolume::siteId,
          AdVolume::departement,
          AdVolume::category,
          AdVolume::newAds,
          AdVolume::returning,
          AdVolume::live,
          AdVolume::gone,
          VolumeRows::ends);
  private static final int KEY_PARTS = 5;

  private final JdbcTemplate sql;

  VolumeRows(JdbcTemplate sql) {
    this.sql = sql;
  }

  @Override
  public Topic topic() {
    return Topic.ADS_VOLUME;
  }

  @Override
  public Class<AdVolume> type() {
    return AdVolume.class;
  }

  @Override
  public void write(List<Arrived<AdVolume>> batch) {
    // Before any row: whoever closes a quarter takes this lock first and the rows behind it.
    sql.query("select pg_advisory_xact_lock(x'766f6c756d65'::bigint)", row -> {});
    var closed =
        new HashSet<>(
            sql.queryForList(
                "select quarter from volume_quarters where closed_at is not null", String.class));
    var late = new TreeMap<String, Integer>();
    var rows = new ArrayList<List<String>>();
    var deleted = new ArrayList<List<String>>();
    for (var arrived : Rows.lastOfEach(batch)) {
      var volume = arrived.event();
      if (volume != null && closed.contains(quarterOf(volume.day()))) {
        late.merge(quarterOf(volume.day()), 1, Integer::sum);
      } else if (volume != null) {
        rows.add(COLUMNS.stream().map(column -> column.apply(volume).toString()).toList());
      } else {
        var parts = List.of(arrived.key().split("\\|", -1));
        if (parts.size() == KEY_PARTS) {
          deleted.add(parts);
        }
      }
    }
    if (!late.isEmpty()) {
      log.warn(
          "counts came of quarters whose rows are erased, and are not added to their sums: {};"
              + " told again, they were counted before; of an archive, they came too late",
          late);
    }
    run(DELETE, deleted);
    run(INSERT, rows);
    run(UPDATE, rows);
  }

  private static String quarterOf(LocalDate day) {
    return QUARTER.format(day);
  }

  /** As JSON. */
  private static String ends(AdVolume volume) {
    return volume.ends().entrySet().stream()
        .map(end -> "\"" + end.getKey() + "\":" + end.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Hands the rows over column by column. */
  private void run(String statement, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    sql.update(connection -> {
      var prepared = connection.prepareStatement(statement);
      for (int i = 0; i < rows.getFirst().size(); i++) {
        int column = i;
        var values = rows.stream().map(row -> row.get(column)).toArray();
        prepared.setArray(i + 1, connection.createArrayOf("text", values));
      }
      return prepared;
    });
  }
}
