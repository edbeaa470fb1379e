package org.maraude.dashboard.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each line of the audit its place in the chain. One instance works at a time, however many
 * run; a line is written first and linked within a second, so that no deed waits for another.
 */
public final class Chain {

  /** How many lines one call links at most. */
  public static final int BATCH = 500;

  private static final int MONTHS_KEPT = 13;

  /** Any number will do, as long as nothing else in this database takes it. */
  private static final long ONE_WRITER = 0x6d61_7261_7564_6502L;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ChainTable table;
  private final ChainKey key;
  private final Heads heads;
  private final Clock clock;

  /**
   * A chain.
   *
   * @param key 32 bytes that lie outside the database
   */
  public Chain(DataSource database, byte[] key, Heads heads, Clock clock) {
    this.sql = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.table = new ChainTable(sql);
    this.key = new ChainKey(key);
    this.heads = heads;
    this.clock = clock;
  }

  /**
   * Links the lines that wait, a batch at most.
   *
   * @return how many; 0 also when another instance is at it
   */
  public int extend() {
    var linked = transaction.execute(status -> alone() ? linkBatch() : 0);
    return linked == null ? 0 : linked;
  }

  private int linkBatch() {
    var lines = table.withoutPlace(BATCH);
    if (lines.isEmpty()) {
      return 0;
    }
    var end = table.end();
    for (var line : lines) {
      sealMonthBefore(month(line.at()), end);
      end = new Link(end.place() + 1, key.line(end.place() + 1, end.hash(), line));
      table.add(end, line);
    }
    // Before the commit: a head without its link is found at once, a link without its head never.
    heads.write(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), end);
    return lines.size();
  }

  /** Once a line of a later month comes, the month that the chain stands in is over. */
  private void sealMonthBefore(LocalDate month, Link end) {
    table
        .lastAt()
        .map(Chain::month)
        .filter(last -> last.isBefore(month))
        .filter(last -> table.lastCheckpoint().map(c -> c.month().isBefore(last)).orElse(true))
        .ifPresent(last ->
            table.add(
                new ChainTable.Checkpoint(last, end, key.checkpoint(end.place(), end.hash()))));
  }

  private static LocalDate month(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1);
  }

  /**
   * Deletes whole months whose last day is more than a year ago. Their checkpoints stay.
   *
   * @return how many lines went
   */
  public int purge() {
    var purged = transaction.execute(status -> alone() ? purgeUpTo(lastKeptMonth()) : 0);
    return purged == null ? 0 : purged;
  }

  /** How many lines {@link #purge} would delete now. */
  public long purgeable() {
    return lastOf(lastKeptMonth())
        .map(checkpoint -> table.placesUpTo(checkpoint.link().place()))
        .orElse(0L);
  }

  private LocalDate lastKeptMonth() {
    return month(clock.instant()).minusMonths(MONTHS_KEPT);
  }

  private int purgeUpTo(LocalDate month) {
    return lastOf(month).map(checkpoint -> table.deleteUpTo(checkpoint.link().place())).orElse(0);
  }

  private Optional<ChainTable.Checkpoint> lastOf(LocalDate month) {
    return table.checkpoints().stream()
        .filter(checkpoint -> !checkpoint.month().isAfter(month))
        .reduce((earlier, later) -> later);
  }

  private boolean alone() {
    return sql.sql("select pg_try_advisory_xact_lock(?)")
        .param(ONE_WRITER)
        .query(Boolean.class)
        .single();
  }
}
