package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of bands, with the French lockdown calendar in it from the start. Thread safe. */
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
            insert into bands (id, name_fr, name_en, first_day, last_day, demo)
            values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name_fr = excluded.name_fr, name_en = excluded.name_en,
              first_day = excluded.first_day, last_day = excluded.last_day, demo = excluded.demo\
            """)
        .params(
            band.id(), band.nameFr(), band.nameEn(), band.firstDay(), band.lastDay(), band.demo())
        .update();
  }

  /** The bands that touch these days, inclusive, in order of time. */
  public List<Band> within(LocalDate from, LocalDate to) {
    return sql.sql(
            """
            select id, name_fr, name_en, first_day, last_day, demo from bands
            where first_day <= ? and last_day >= ? order by first_day, last_day, id\
            """)
        .params(to, from)
        .query((row, n) ->
            new Band(
                row.getString("id"),
                row.getString("name_fr"),
                row.getString("name_en"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("demo")))
        .list();
  }
}
