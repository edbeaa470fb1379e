package org.maraude.dashboard.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.maraude.contacts.DayKeyFiles;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Chain;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.exports.release.VolumeClosing;
import org.maraude.dashboard.following.CaseErasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what is over. It can be run at any time and as often as one likes: what it erased is gone,
 * and what came back with a backup goes again. Thread safe; several instances may run it at once.
 */
public final class Retention {

  /** After this long without a run, somebody must look why. */
  public static final Duration LATE = Duration.ofHours(48);

  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final Duration EVERY = Duration.ofHours(20);
  private static final int BATCH = 500;

  private static final String OBJECTED =
      """
      tokens && array(select token from objections)
        and not (queue = 'MINOR' and status <> 'DECIDED')\
      """;

  /** Published posts of a campaign that is long over, which still name who made them. */
  private static final String NAMED =
      """
      status = 'PUBLISHED' and not names_erased and exists (select 1 from campaigns c
        where c.id = posts.campaign and c.last_day < cast(:before as timestamptz)::date)\
      """;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Chain chain;
  private final KeysDue keys;
  private final CaseErasure cases;
  private final VolumeClosing volumes;
  private final Clock clock;
  private boolean ranHere;

  /**
   * A job over a dashboard's database and key folder.
   *
   * @param chain of the audit, whose old months go too
   */
  public Retention(
      DataSource database,
      DayKeyFiles keys,
      Chain chain,
      CaseErasure cases,
      VolumeClosing volumes,
      Clock clock) {
    this.sql = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.audit = new Audit(sql, clock);
    this.chain = chain;
    this.cases = cases;
    this.volumes = volumes;
    this.keys = new KeysDue(sql, keys, clock);
    this.clock = clock;
  }

  /** What a run would erase now, every kind, also those of which there is nothing. */
  public List<Due> due() {
    var now = clock.instant();
    var due = new ArrayList<Due>();
    for (var term : Term.values()) {
      due.add(due(term, now));
    }
    due.add(new Due(Due.OBJECTED, objected(), null));
    due.add(new Due(Due.CASES, cases.due(), null));
    due.add(new Due(Due.POST_NAMES, names(now), null));
    due.add(new Due(Due.DAY_KEYS, keys.days().size(), null));
    due.add(new Due(Due.AUDIT, chain.purgeable(), null));
    due.add(new Due(Due.VOLUMES, volumes.due(), null));
    return due;
  }

  private Due due(Term term, Instant now) {
    return sql.sql(
            "select count(*) as n, min(%s) as oldest from %s where %s"
                .formatted(term.since(), term.table(), term.condition()))
        .param("before", Timestamp.from(now.minus(term.kept())))
        .param("now", Timestamp.from(now))
        .query((row, n) -> {
          var oldest = row.getTimestamp("oldest");
          return new Due(term.name(), row.getLong("n"), oldest == null ? null : oldest.toInstant());
        })
        .single();
  }

  /**
   * Erases, and says what. After a long rest no quarter of volumes is closed: the stream may first
   * have to be read to its end.
   */
  public List<Due> run() {
    boolean late = isLate();
    var now = clock.instant();
    var erased = new ArrayList<Due>();
    for (var term : Term.values()) {
      erased.add(new Due(term.name(), erase(term, now), null));
    }
    erased.add(new Due(Due.OBJECTED, eraseObjected(), null));
    erased.add(new Due(Due.CASES, cases.run(), null));
    erased.add(new Due(Due.POST_NAMES, eraseNames(now), null));
    // Last of what can be opened: an item whose key went first could not be read any more.
    var days = keys.days();
    keys.destroy(days);
    erased.add(new Due(Due.DAY_KEYS, days.size(), null));
    erased.add(new Due(Due.AUDIT, chain.purge(), null));
    tellErased(erased, now);
    if (!late) {
      // By itself and last: figures must not keep what is somebody's from being erased.
      var volumesGone = new Due(Due.VOLUMES, volumes.run(), null);
      tell(List.of(volumesGone));
      erased.add(volumesGone);
    }
    return erased;
  }

  private void tellErased(List<Due> erased, Instant now) {
    long all = erased.stream().mapToLong(Due::count).sum();
    transaction.executeWithoutResult(status -> {
      tell(erased);
      sql.sql("insert into retention_runs (at, erased) values (?, ?)")
          .params(Timestamp.from(now), all)
          .update();
    });
  }

  private void tell(List<Due> erased) {
    erased.stream()
        .filter(each -> each.count() > 0)
        .forEach(each -> audit.write(null, Deed.ERASED, "", each.kind() + " " + each.count()));
  }

  private long erase(Term term, Instant now) {
    long erased = 0;
    int batch;
    do {
      // Never waiting for somebody who is reading.
      batch =
          sql.sql(
                  """
                  delete from %1$s where id in (select id from %1$s where %2$s
                    order by %3$s limit %4$d for update skip locked)\
                  """
                      .formatted(term.table(), term.condition(), term.order(), BATCH))
              .param("before", Timestamp.from(now.minus(term.kept())))
              .param("now", Timestamp.from(now))
              .update();
      erased += batch;
    } while (batch == BATCH);
    return erased;
  }

  private long objected() {
    return sql.sql("select count(*) from items where " + OBJECTED).query(Long.class).single();
  }

  private long eraseObjected() {
    // Attempts under it may have come back with a backup.
    sql.sql("delete from attempts where token in (select token from objections)").update();
    return sql.sql("delete from items where " + OBJECTED).update();
  }

  private long names(Instant now) {
    return sql.sql("select count(*) from posts where " + NAMED)
        .param("before", Timestamp.from(now.minus(Term.POST_DRAFTS.kept())))
        .query(Long.class)
        .single();
  }

  private long eraseNames(Instant now) {
    return sql.sql(
            """
            update posts set author = null, writers = '{}', proposed_by = null, approved_by = null,
              published_by = null, names_erased = true where\
            """
                + " "
                + NAMED)
        .param("before", Timestamp.from(now.minus(Term.POST_DRAFTS.kept())))
        .update();
  }

  /** Runs at the first call, whatever a restored database says, and then about once a day. */
  public void runWhenDue() {
    var last = lastRun();
    boolean recent = last.isPresent() && clock.instant().isBefore(last.get().plus(EVERY));
    if (ranHere && recent) {
      return;
    }
    if (isLate()) {
      log.error("nothing was erased since {}; this run makes up for it", last.orElse(null));
    }
    var erased = run();
    ranHere = true;
    log.info("erased what was over: {}", erased);
  }

  /** When it ran last; empty before the first run. */
  public Optional<Instant> lastRun() {
    return sql.sql("select max(at) from retention_runs")
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  /** Whether it should have run and has not. */
  public boolean isLate() {
    return lastRun().map(at -> at.plus(LATE).isBefore(clock.instant())).orElse(false);
  }
}
