package org.maraude.dashboard.following;

import java.sql.Date;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.maraude.contacts.CaseKeys;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases cases: two years after the last contact, when somebody said no, or when they ask for it.
 * First the rows go, then the keys, which makes them unreadable in backups as well; a key whose
 * case is gone for another reason goes at the next tidying. Thread safe.
 */
public final class CaseErasure {

  /** A lock's number: opening a case shares it, tidying keys up holds it alone. */
  static final int TIDYING = 7_701;

  private static final String OVER =
      "last_contact_on < ? or token in (select token from objections)";

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final CaseKeys keys;
  private final Clock clock;

  public CaseErasure(JdbcClient sql, TransactionTemplate transaction, CaseKeys keys, Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.keys = keys;
    this.clock = clock;
  }

  /** Over a database of its own, for a command. */
  public static CaseErasure over(DataSource database, CaseKeys keys, Clock clock) {
    return new CaseErasure(
        JdbcClient.create(database),
        new TransactionTemplate(new JdbcTransactionManager(database)),
        keys,
        clock);
  }

  /** How many cases a run would erase now. */
  public long due() {
    return sql.sql("select count(*) from cases where " + OVER)
        .param(oldest())
        .query(Long.class)
        .single();
  }

  /** Erases what is over, and keys without a case; the answer is how many cases went. */
  public long run() {
    var gone =
        sql.sql("delete from cases where %s returning id".formatted(OVER))
            .param(oldest())
            .query(UUID.class)
            .list();
    gone.forEach(keys::destroy);
    tidy();
    return gone.size();
  }

  /**
   * Deletes the rows of a contact's cases, within the transaction that is open.
   *
   * @return whose keys are to be destroyed once it is committed
   */
  public List<UUID> rowsOf(String token) {
    return sql.sql("delete from cases where token = ? returning id")
        .param(token)
        .query(UUID.class)
        .list();
  }

  /** After {@link #rowsOf}. */
  public void destroyKeys(List<UUID> cases) {
    cases.forEach(keys::destroy);
  }

  private void tidy() {
    transaction.executeWithoutResult(status -> {
      sql.sql("select 1 from (select pg_advisory_xact_lock(?)) as alone")
          .param(TIDYING)
          .query(Integer.class)
          .single();
      var left = keys.all();
      left.removeAll(new HashSet<>(sql.sql("select id from cases").query(UUID.class).list()));
      left.forEach(keys::destroy);
    });
  }

  private Date oldest() {
    return Date.valueOf(Paris.day(clock.instant()).minus(Cases.KEPT));
  }
}
