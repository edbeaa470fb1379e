package org.maraude.dashboard.exports.release;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.packages.Digest;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes releases in the background, one after the other. What was done of one is in the database;
 * whoever dies leaves a lease that ends, and another goes on. Thread safe; several instances may
 * work at once.
 */
public final class ReleaseWork {

  /** How long a step may take before another instance believes that nobody is at it. */
  public static final Duration LEASE = Duration.ofMinutes(5);

  /** Any number will do, as long as nothing else in this database takes it. */
  private static final long ONE_CLAIM = 0x6d61_7261_7564_6502L;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Making making;
  private final Published published;
  private final Audit audit;
  private final Clock clock;

  ReleaseWork(
      JdbcClient sql,
      TransactionTemplate transaction,
      Making making,
      Published published,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.making = making;
    this.published = published;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The work on a database.
   *
   * @param noiseKey 32 bytes; with other ones a table that is made again would be another
   */
  public static ReleaseWork over(
      DataSource database, byte[] noiseKey, SigningKey signingKey, Areas areas, Clock clock) {
    var sql = JdbcClient.create(database);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var published = new Published(sql, areas);
    var freezer = new Freezer(database, transaction, areas, noiseKey, clock);
    return new ReleaseWork(
        sql,
        transaction,
        new Making(freezer, published, areas, noiseKey, signingKey),
        published,
        new Audit(sql, clock),
        clock);
  }

  /**
   * A release in hand.
   *
   * @param digest what the package must be when it was made before
   */
  record Job(
      UUID id,
      long fence,
      Kind kind,
      Grid grid,
      Quarter quarter,
      @Nullable Epsilon epsilon,
      @Nullable Long ledgerLine,
      @Nullable String software,
      @Nullable String digest) {}

  /** Makes one, if one waits. True when there was one. */
  public boolean step() {
    var job = claim();
    job.ifPresent(this::make);
    return job.isPresent();
  }

  void make(Job job) {
    var made = making.of(job, done -> progress(job, done));
    if (made == null) {
      fail(job, "cells-close");
    } else if (job.digest() != null && !job.digest().equals(Digest.of(made.content()))) {
      // Keys or counts are not those of the first time: better none than a second draw.
      fail(job, "not-the-same");
    } else {
      finish(job, made);
    }
  }

  /**
   * Two tables of one quarter under agreement are made one after the other: each reads the other.
   */
  Optional<Job> claim() {
    var now = clock.instant();
    var claimed =
        transaction.execute(status -> {
          sql.sql("select pg_advisory_xact_lock(?)").param(ONE_CLAIM).query().listOfRows();
          return sql.sql(
                  """
                  update releases set state = 'MAKING', fence = fence + 1, lease_until = :end
                  where id = (
                    select c.id from releases c
                    where c.state in ('WAITING', 'MAKING')
                      and (c.lease_until is null or c.lease_until <= :now)
                      and not exists (select 1 from releases o
                        where o.quarter = c.quarter and o.kind = c.kind and o.id <> c.id
                          and c.kind = 'RESEARCH' and o.state = 'MAKING' and o.lease_until > :now)
                    order by c.asked_at, c.id limit 1 for update)
                  returning *, (select line from budget_ledger b where b.release = releases.id) as line\
                  """)
              .param("end", Timestamp.from(now.plus(LEASE)))
              .param("now", Timestamp.from(now))
              .query((row, n) -> {
                int epsilon = row.getInt("epsilon");
                long line = row.getLong("line");
                boolean free = row.wasNull();
                return new Job(
                    row.getObject("id", UUID.class),
                    row.getLong("fence"),
                    Kind.valueOf(row.getString("kind")),
                    Grid.valueOf(row.getString("grid")),
                    Quarter.read(row.getString("quarter")).orElseThrow(),
                    epsilon == 0 ? null : new Epsilon(epsilon),
                    free ? null : line,
                    row.getString("software"),
                    row.getString("digest"));
              })
              .optional();
        });
    return claimed == null ? Optional.empty() : claimed;
  }

  /** Notes a step and holds on; somebody else's work ends here. */
  private void progress(Job job, int done) {
    var now = clock.instant();
    int held =
        sql.sql(
                """
                update releases set steps_done = ?, lease_until = ?
                where id = ? and fence = ? and state = 'MAKING' and lease_until > ?\
                """)
            .params(
                done, Timestamp.from(now.plus(LEASE)), job.id(), job.fence(), Timestamp.from(now))
            .update();
    if (held == 0) {
      throw new IllegalStateException("the release " + job.id() + " is in other hands");
    }
  }

  private void finish(Job job, Making.Made made) {
    var now = Timestamp.from(clock.instant());
    transaction.executeWithoutResult(status -> {
      progress(job, Release.STEPS);
      if (job.kind() == Kind.RESEARCH) {
        published.add(job.id(), made.rows());
      }
      sql.sql(
              """
              insert into export_files (id, content, made_at) values (?, ?, ?)
              on conflict (id) do nothing\
              """)
          .params(job.id(), made.content(), now)
          .update();
      sql.sql(
              """
              update releases set state = 'READY', lease_until = null, digest = ?, software = ?
              where id = ?\
              """)
          .params(Digest.of(made.content()), made.software(), job.id())
          .update();
      audit.write(null, Deed.EXPORT_MADE, job.id().toString(), "");
    });
  }

  private void fail(Job job, String why) {
    transaction.executeWithoutResult(status -> {
      progress(job, 0);
      sql.sql("update releases set state = 'FAILED', lease_until = null, failure = ? where id = ?")
          .params(why, job.id())
          .update();
      audit.write(null, Deed.EXPORT_FAILED, job.id().toString(), why);
    });
  }
}
