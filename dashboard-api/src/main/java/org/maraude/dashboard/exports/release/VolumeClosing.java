package org.maraude.dashboard.exports.release;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.maraude.contacts.ExportKeys;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what each advertiser had on each day, a row of volumes, once nothing needs it: the quarter
 * is over for so long that no count of it changes, nothing of it came for a month, and it is frozen
 * for its tables, which this does where nobody has asked for one. The sums of days and weeks stay.
 * Thread safe; several instances may run it at once.
 */
public final class VolumeClosing {

  /** After a quarter's end. The stream changes no count that is older than 400 days. */
  public static final Duration KEPT = Duration.ofDays(430);

  /** An archive that tells of years ago comes within days; what is closed takes nothing more. */
  public static final Duration QUIET = Duration.ofDays(30);

  private final JdbcClient sql;
  private final Supplier<Freezer> freezer;
  private final Clock clock;

  private VolumeClosing(JdbcClient sql, Supplier<Freezer> freezer, Clock clock) {
    this.sql = sql;
    this.freezer = freezer;
    this.clock = clock;
  }

  /**
   * Over a database and its folder of keys.
   *
   * @param areas what the tables of a quarter are counted by
   */
  public static VolumeClosing over(DataSource database, Path keyFolder, Areas areas, Clock clock) {
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    // Who only asks what is due needs no key, and makes none.
    Supplier<Freezer> freezer =
        () -> new Freezer(database, transaction, areas, ExportKeys.noise(keyFolder), clock);
    return new VolumeClosing(JdbcClient.create(database), freezer, clock);
  }

  /** How many rows a run would erase now. */
  public long due() {
    return closable().stream().mapToLong(this::rows).sum();
  }

  /** Freezes quarters that are not yet and erases their rows; the answer is how many went. */
  public long run() {
    long gone =
        closable().stream().filter(quarter -> rows(quarter) > 0).mapToLong(this::close).sum();
    if (gone > 0) {
      sql.sql("select forget_advertiser_groups()").query(Long.class).single();
    }
    return gone;
  }

  /** Oldest first; those of an interrupted run too. */
  private List<Quarter> closable() {
    var kept = LocalDate.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
    var firstKept = Quarter.of(kept).first();
    return sql
        .sql("select quarter from volume_quarters where changed_at <= ? order by quarter")
        .param(quietSince())
        .query(String.class)
        .list()
        .stream()
        .flatMap(written -> Quarter.read(written).stream())
        .filter(quarter -> quarter.last().isBefore(firstKept))
        .toList();
  }

  private long rows(Quarter quarter) {
    return sql.sql("select count(*) from ad_volumes where day between ? and ?")
        .params(quarter.first(), quarter.last())
        .query(Long.class)
        .single();
  }

  private long close(Quarter quarter) {
    freezer.get().of(quarter, Grid.DEPARTEMENTS);
    // A day at a time: the sink waits for whoever closes.
    return quarter.first().datesUntil(quarter.last().plusDays(1)).mapToLong(this::close).sum();
  }

  private long close(LocalDate day) {
    return sql.sql("select close_volumes(?, ?)")
        .params(day, quietSince())
        .query(Long.class)
        .single();
  }

  private Timestamp quietSince() {
    return Timestamp.from(clock.instant().minus(QUIET));
  }
}
