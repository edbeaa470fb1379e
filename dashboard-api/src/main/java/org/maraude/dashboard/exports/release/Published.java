package org.maraude.dashboard.exports.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.intruder.Knowledge;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Level;
import org.maraude.dashboard.exports.table.Limit;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.exports.table.Row;
import org.maraude.dashboard.exports.table.Spot;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What exact tables have shown so far. Thread safe. */
final class Published {

  private final JdbcClient sql;
  private final Areas areas;

  Published(JdbcClient sql, Areas areas) {
    this.sql = sql;
    this.areas = areas;
  }

  /** The rows of a release that was made before; none for one that was not. */
  List<Row> rows(UUID release, Grid grid) {
    return sql
        .sql(
            "select level, area, span, shown from release_cells where release = ? order by 1, 2, 3")
        .param(release)
        .query((row, n) ->
            new Row(
                new Spot(
                    grid,
                    Level.valueOf(row.getString("level")),
                    row.getString("area"),
                    row.getString("span")),
                shown(row.getLong("shown"), row.wasNull())))
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(Row::spot))
        .toList();
  }

  private static @Nullable Long shown(long value, boolean hidden) {
    return hidden ? null : value;
  }

  void add(UUID release, List<Row> rows) {
    for (var row : rows) {
      sql.sql(
              """
              insert into release_cells (release, level, area, span, shown) values (?, ?, ?, ?, ?)
              on conflict do nothing\
              """)
          .params(
              java.util.Arrays.asList(
                  release,
                  row.spot().level().name(),
                  row.spot().area(),
                  row.spot().span(),
                  row.count()))
          .update();
    }
  }

  /**
   * What an intruder has of a quarter besides one release. Quarters tell nothing of each other: an
   * advertiser of one may be in the next or not.
   */
  Knowledge of(Quarter quarter, UUID but) {
    record Earlier(UUID id, Grid grid) {}
    var earlier =
        sql.sql(
                """
                select r.id, r.grid from releases r where r.quarter = ? and r.id <> ?
                  and r.kind = 'RESEARCH' and r.digest is not null\
                """)
            .params(quarter.toString(), but)
            .query((row, n) ->
                new Earlier(row.getObject("id", UUID.class), Grid.valueOf(row.getString("grid"))))
            .list();
    var sums = new ArrayList<org.maraude.dashboard.exports.table.Sum>();
    Map<Spot, Long> shown = new HashMap<>();
    for (var each : earlier) {
      sums.addAll(each.grid().sums(quarter, areas));
      rows(each.id(), each.grid())
          .forEach(row -> {
            var count = row.count();
            if (count != null) {
              shown.put(row.spot(), count);
            }
          });
    }
    return new Knowledge(shown, sums, earlier.isEmpty() ? List.of() : Limit.of(quarter, areas));
  }
}
