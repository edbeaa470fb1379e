package org.maraude.dashboard.exports.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.maraude.dashboard.exports.noise.ContributionBound;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Level;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.exports.table.Spot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts a quarter once, for both grids, and keeps the counts. An advertiser with several ids that
 * the stream has told to be one is one: its bound is for all of them together. Who comes at the
 * same time waits for the first one's end and takes what that one counted. Thread safe.
 */
final class Freezer {

  private static final int READ_AT_ONCE = 5000;

  private final JdbcTemplate sql;
  private final TransactionTemplate transaction;
  private final Areas areas;
  private final byte[] key;
  private final Clock clock;

  Freezer(
      DataSource database, TransactionTemplate transaction, Areas areas, byte[] key, Clock clock) {
    this.sql = new JdbcTemplate(database);
    this.sql.setFetchSize(READ_AT_ONCE);
    this.transaction = transaction;
    this.areas = areas;
    this.key = key.clone();
    this.clock = clock;
  }

  /** The counts of a grid, of now or of when they were frozen. */
  Frozen of(Quarter quarter, Grid grid) {
    transaction.executeWithoutResult(status -> {
      int first =
          sql.update(
              """
              insert into frozen_quarters (quarter, frozen_at) values (?, ?)
              on conflict do nothing\
              """,
              quarter.toString(),
              Timestamp.from(clock.instant()));
      if (first == 1) {
        count(quarter);
      }
    });
    return read(quarter, grid);
  }

  /** The two counts of every cell; where nobody was they are nought. */
  private static final class Counting implements RowCallbackHandler {

    private final Quarter quarter;
    private final Areas areas;
    private final ContributionBound bound;
    private final Map<Grid, Set<Spot>> seen = new EnumMap<>(Grid.class);
    final Map<Spot, long[]> counts = new TreeMap<>();
    private String advertiser = "";

    Counting(Quarter quarter, Areas areas, byte[] key) {
      this.quarter = quarter;
      this.areas = areas;
      this.bound = new ContributionBound(key);
      for (var grid : Grid.values()) {
        seen.put(grid, new TreeSet<>());
        grid.cells(quarter, areas).forEach(spot -> counts.put(spot, new long[2]));
      }
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
      var next = row.getString("advertiser");
      if (!next.equals(advertiser)) {
        close();
        advertiser = next;
      }
      var departement = row.getString("departement");
      var month = row.getString("month");
      seen.forEach((grid, spots) -> spots.add(grid.where(departement, month, quarter, areas)));
    }

    void close() {
      seen.values()
          .forEach(spots -> {
            spots.forEach(spot -> add(spot, 0));
            bound.of(advertiser, spots).forEach(spot -> add(spot, 1));
            spots.clear();
          });
    }

    private void add(Spot spot, int which) {
      counts.computeIfAbsent(spot, other -> new long[2])[which]++;
    }
  }

  private void count(Quarter quarter) {
    var counting = new Counting(quarter, areas, key);
    sql.query(
        """
        select coalesce(g.grp, v.advertiser) as advertiser, v.departement,
          to_char(v.day, 'YYYY-MM') as month
        from ad_volumes v left join advertiser_groups g on g.advertiser = v.advertiser
        where v.day between ? and ? and (v.live_ads > 0 or v.new_ads > 0 or v.returning_ads > 0)
        group by 1, 2, 3 order by 1\
        """,
        counting,
        quarter.first(),
        quarter.last());
    counting.close();
    var rows = new ArrayList<Object[]>();
    counting.counts.forEach((spot, counts) ->
        rows.add(
            new Object[] {
              quarter.toString(),
              spot.grid().name(),
              spot.level().name(),
              spot.area(),
              spot.span(),
              counts[0],
              counts[1]
            }));
    sql.batchUpdate(
        """
        insert into frozen_counts (quarter, grid, level, area, span, advertisers, bounded)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        rows);
  }

  private Frozen read(Quarter quarter, Grid grid) {
    var advertisers = new TreeMap<Spot, Long>();
    var bounded = new TreeMap<Spot, Long>();
    sql.query(
        "select * from frozen_counts where quarter = ? and grid = ?",
        row -> {
          var spot =
              new Spot(
                  grid,
                  Level.valueOf(row.getString("level")),
                  row.getString("area"),
                  row.getString("span"));
          advertisers.put(spot, row.getLong("advertisers"));
          bounded.put(spot, row.getLong("bounded"));
        },
        quarter.toString(),
        grid.name());
    var at =
        sql.queryForObject(
            "select frozen_at from frozen_quarters where quarter = ?",
            Timestamp.class,
            quarter.toString());
    return new Frozen(at == null ? Instant.EPOCH : at.toInstant(), advertisers, bounded);
  }
}
