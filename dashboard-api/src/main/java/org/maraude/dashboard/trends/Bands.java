package org.maraude.dashboard.trends;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.maraude.dashboard.trends.Band.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bands: those that people keep, with the French lockdown calendar among them from the start,
 * and those that the records tell: days on which rules changed or visits failed. Thread safe.
 */
public final class Bands {

  private final JdbcClient sql;

  Bands(JdbcClient sql) {
    this.sql = sql;
  }

  /** For programs that hold the database and no web application. */
  public static Bands over(DataSource database) {
    return new Bands(JdbcClient.create(database));
  }

  /** Adds a band, or replaces the one of the same id. */
  public void keep(Band band) {
    sql.sql(
            """
            insert into bands (id, name_fr, name_en, first_day, last_day, demo, kind, departements)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name_fr = excluded.name_fr, name_en = excluded.name_en,
              first_day = excluded.first_day, last_day = excluded.last_day, demo = excluded.demo,
              kind = excluded.kind, departements = excluded.departements\
            """)
        .params(
            band.id(),
            band.nameFr(),
            band.nameEn(),
            band.firstDay(),
            band.lastDay(),
            band.demo(),
            band.kind().name(),
            band.departements().toArray(new String[0]))
        .update();
  }

  /** The bands that touch these days, inclusive, in order of time. */
  public List<Band> within(LocalDate from, LocalDate to) {
    var bands = new ArrayList<Band>();
    bands.addAll(
        sql.sql("select * from bands where first_day <= ? and last_day >= ?")
            .params(to, from)
            .query((row, n) -> band(row))
            .list());
    bands.addAll(ruleChanges(from, to));
    bands.addAll(outages(from, to));
    bands.sort(
        Comparator.comparing(Band::firstDay).thenComparing(Band::lastDay).thenComparing(Band::id));
    return bands;
  }

  /** Only those that people keep. */
  List<Band> kept() {
    return sql.sql("select * from bands order by first_day desc, id")
        .query((row, n) -> band(row))
        .list();
  }

  private List<Band> ruleChanges(LocalDate from, LocalDate to) {
    return sql.sql(
            """
            select known_since, count(*) as n from rule_texts
            where known_since between ? and ? group by known_since\
            """)
        .params(from, to)
        .query((row, n) -> {
          var day = row.getObject("known_since", LocalDate.class);
          long many = row.getLong("n");
          return new Band(
              "rules-" + day,
              "Règles changées : " + many,
              "Rules changed: " + many,
              day,
              day,
              false,
              Kind.RULES,
              List.of(),
              0);
        })
        .list();
  }

  /** Days in a row on which under half of the planned visits succeeded. */
  private List<Band> outages(LocalDate from, LocalDate to) {
    return sql.sql(
            """
            select min(day) as first_day, max(day) as last_day from (
              select day, day - (row_number() over (order by day))::integer as run from (
                select day from crawl_coverage where day between ? and ? group by day
                having sum(successful) < sum(planned) / 2.0) bad) runs
            group by run\
            """)
        .params(from, to)
        .query((row, n) -> {
          var first = row.getObject("first_day", LocalDate.class);
          return new Band(
              "outage-" + first,
              "Visites en panne",
              "Visits failed",
              first,
              row.getObject("last_day", LocalDate.class),
              false,
              Kind.OUTAGE,
              List.of(),
              0);
        })
        .list();
  }

  static Band band(ResultSet row) throws SQLException {
    return new Band(
        row.getString("id"),
        row.getString("name_fr"),
        row.getString("name_en"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getBoolean("demo"),
        Kind.valueOf(row.getString("kind")),
        List.of((String[]) row.getArray("departements").getArray()),
        row.getInt("version"));
  }
}
