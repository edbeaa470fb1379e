package org.maraude.benchmarks.trends;

import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Invented volumes: three years of advertisers on ten sites, in departments by their inhabitants,
 * written into the table that the sink writes, so that the database's own triggers sum them.
 */
final class FilledVolumes {

  static final String FIRST_DAY = "2023-10-02";

  private static final int DAYS = 1092;
  private static final int ROWS_A_STATEMENT = 50_000;

  private final JdbcClient sql;
  private final Consumer<String> progress;

  FilledVolumes(JdbcClient sql, Consumer<String> progress) {
    this.sql = sql;
    this.progress = progress;
  }

  /** A week's rows of one advertiser follow each other, as its ads do. */
  void fill(long rows) {
    sql.sql("select setseed(0.2026)").query().singleRow();
    sql.sql(
            """
            create temporary table codes as select departement,
              row_number() over (order by departement) as n from departement_regions\
            """)
        .update();
    int departements = sql.sql("select count(*) from codes").query(Integer.class).single();
    for (long from = 0; from < rows; from += ROWS_A_STATEMENT) {
      long to = Math.min(rows, from + ROWS_A_STATEMENT) - 1;
      sql.sql(
              """
              insert into ad_volumes
              select 'advertiser-' || a.id, ?::date + (a.start + g %% 7)::integer, 'site-' || a.id %% 10,
                c.departement, case a.id %% 5 when 0 then '?' else 'category-' || a.id %% 5 end,
                (random() * 2)::integer, (random() < 0.05)::integer, 1 + (random() * 3)::integer,
                (random() < 0.2)::integer
              from generate_series(?::bigint, ?::bigint) g,
                lateral (select g / 70 as id, (hashint8(g / 7) & 2147483647) %% %d as start) a,
                lateral (select 1 + floor(%d * power((hashint8(a.id) & 65535) / 65536.0, 2)) as n) d
                join codes c on c.n = d.n
              on conflict do nothing\
              """
                  .formatted(DAYS - 7, departements))
          .params(FIRST_DAY, from, to)
          .update();
      progress.accept(String.format(Locale.ROOT, "%,d of %,d rows", to + 1, rows));
    }
    sql.sql(
            """
            insert into crawl_coverage select 'site-' || s, ?::date + d, 24, 22
            from generate_series(0, 9) s, generate_series(0, %d) d on conflict do nothing\
            """
                .formatted(DAYS - 1))
        .param(FIRST_DAY)
        .update();
    sql.sql("analyze").update();
  }

  /** How many sums of some weeks differ from a plain recount of their rows; 0 is right. */
  long wrongSums() {
    long wrong = 0;
    for (var monday : new String[] {"2023-10-02", "2024-07-01", "2025-02-24", "2026-08-31"}) {
      wrong +=
          sql.sql(
                  """
                  select count(*) from (
                    (select * from volume_rollup where start between ?::date and ?::date + 6
                      except select * from volume_recount(?::date, ?::date + 6))
                    union all
                    (select * from volume_recount(?::date, ?::date + 6)
                      except select * from volume_rollup)) d\
                  """)
              .params(monday, monday, monday, monday, monday, monday)
              .query(Long.class)
              .single();
    }
    return wrong;
  }
}
