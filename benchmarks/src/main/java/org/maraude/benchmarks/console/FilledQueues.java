package org.maraude.benchmarks.console;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A million items out of a few thousand that the sink wrote: copies under other ad ids, at other
 * times and places. Most are decided, each by a decision of its own; so many are open as are asked
 * for. What links them is thicker than on a market: hundreds share each contact (the invented ads
 * have 229 of them, each of which becomes 256), every other ad shares its text with five hundred,
 * and each advertiser has ten.
 */
final class FilledQueues {

  private static final int BATCH = 50_000;

  private final JdbcClient sql;
  private final Consumer<String> told;

  /**
   * @param told hears how far it is
   */
  FilledQueues(JdbcClient sql, Consumer<String> told) {
    this.sql = sql;
    this.told = told;
  }

  /**
   * Fills.
   *
   * @param ads in all, with the ones that are there
   * @param open of them
   */
  void fill(int ads, int open, Instant now) {
    sql.sql("set synchronous_commit = off").update();
    sql.sql("set maintenance_work_mem = '1GB'").update();
    sql.sql("drop table if exists template").update();
    sql.sql(
            """
            create table template as select row_number() over (order by ad_id) - 1 as k, i.*
            from items i\
            """)
        .update();
    sql.sql("create unique index template_k on template (k)").update();
    sql.sql("delete from items").update();
    var indexes = indexesWithoutDuty();
    indexes.forEach(index -> sql.sql("drop index " + index.name()).update());
    for (int from = 0; from < ads; from += BATCH) {
      copies(from, Math.min(ads, from + BATCH), ads, ads / open, now);
      told.accept("%,d of %,d items".formatted(Math.min(ads, from + BATCH), ads));
    }
    decisions();
    for (var index : indexes) {
      told.accept(index.name());
      sql.sql(index.definition()).update();
    }
    sql.sql("drop table template").update();
    sql.sql("vacuum (analyze)").update();
    sql.sql("checkpoint").update();
  }

  private record Index(String name, String definition) {}

  /** Filled first and made afterwards, they take a fraction of the time. */
  private List<Index> indexesWithoutDuty() {
    return sql.sql(
            """
            select i.indexname, i.indexdef from pg_indexes i
            where i.tablename in ('items', 'decisions') and i.schemaname = 'public'
              and i.indexdef not like 'CREATE UNIQUE%'\
            """)
        .query((row, n) -> new Index(row.getString(1), row.getString(2)))
        .list();
  }

  /**
   * Decided within the last six days and open for at most twenty: nothing is due to be erased. The
   * rows lie in the table in the order in which they were flagged, as a stream writes them.
   */
  private void copies(int from, int to, int ads, int openOneIn, Instant now) {
    sql.sql(
            """
            insert into items (ad_id, site_id, queue, status, flagged_at, score, revision,
              departement, language, signals, rules, assessment, words, tokens, sealed_with,
              template, advertiser, outcome, decided_at)
            select 'copy:' || n, t.site_id,
              case when n / :openOneIn % 10 = 0 then 'MINOR' else 'ADULT' end,
              case when n % :openOneIn = 0 then 'WAITING' else 'DECIDED' end,
              :now::timestamptz - interval '1 hour' - (case when n % :openOneIn = 0 then 20 else 6 end)
                * (1 - n / :ads::float8) * interval '1 day',
              t.score + n % 1000 / 1000.0, 1,
              lpad((1 + hashint4(n + 1)::bigint + 2147483648)::bigint % 95 || '', 2, '0'),
              t.language, t.signals, t.rules, t.assessment, t.words,
              array(select token || (hashint4(n + 3) & 255) from unnest(t.tokens) token),
              t.sealed_with,
              case when n % 40 < 20 then 'text-' || (hashint4(n + 2) & 1023) end, 'advertiser-' || n / 10,
              case when n % :openOneIn = 0 then null
                when n % 7 = 0 then 'CONTACT_IN_ROUND' else 'NO_CONCERN' end,
              case when n % :openOneIn = 0 then null
                else :now::timestamptz - n % 500000 * interval '1 second' end
            from generate_series(:from, :to - 1) n
              join template t on t.k = n % (select count(*)::int from template)\
            """)
        .param("openOneIn", openOneIn)
        .param("ads", ads)
        .param("now", Timestamp.from(now))
        .param("from", from)
        .param("to", to)
        .update();
  }

  private void decisions() {
    sql.sql(
            """
            insert into decisions (id, item_id, round, revision, queue, decided_by, outcome,
              reasons, note, fence, settled, decided_at)
            select gen_random_uuid(), i.id, i.round, i.revision, i.queue,
              (select id from users where name = 'outreach'), i.outcome,
              '{ORDINARY_EXPLANATION}', '', 1, true, i.decided_at
            from items i where i.status = 'DECIDED'\
            """)
        .update();
  }
}
