package org.maraude.dashboard.exports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.maraude.contacts.ExportKeys;
import org.maraude.dashboard.accounts.AccountException;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.release.Ask;
import org.maraude.dashboard.exports.release.Asking;
import org.maraude.dashboard.exports.release.Budgets;
import org.maraude.dashboard.exports.release.DownloadLink;
import org.maraude.dashboard.exports.release.ReleaseWork;
import org.maraude.dashboard.exports.release.Releases;
import org.maraude.dashboard.exports.release.State;
import org.maraude.dashboard.exports.release.Taking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables for the command line, of a database and its folder of keys. Thread safe. */
public final class Exports {

  private static final Duration LOOKS_AGAIN_AFTER = Duration.ofMillis(300);

  private final JdbcClient sql;
  private final Releases releases;
  private final Asking asking;
  private final Taking taking;
  private final ReleaseWork work;

  private Exports(
      JdbcClient sql, Releases releases, Asking asking, Taking taking, ReleaseWork work) {
    this.sql = sql;
    this.releases = releases;
    this.asking = asking;
    this.taking = taking;
    this.work = work;
  }

  public static Exports over(DataSource database, Path keyFolder, Clock clock) {
    var sql = JdbcClient.create(database);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var audit = new Audit(sql, clock);
    var signing = ExportKeys.signing(keyFolder);
    var releases = new Releases(sql);
    var asking =
        new Asking(
            sql,
            transaction,
            releases,
            new Budgets(sql, clock),
            audit,
            clock,
            UUID::randomUUID);
    var taking =
        new Taking(sql, transaction, releases, new DownloadLink(signing), audit, clock);
    var work =
        ReleaseWork.over(
            database,
            ExportKeys.noise(keyFolder),
            new SigningKey(signing),
            OfficialAreas.read(),
            clock);
    return new Exports(sql, releases, asking, taking, work);
  }

  /** The public key of packages, as PEM; made when there is none yet. */
  public static String publicKey(Path keyFolder) {
    return new SigningKey(ExportKeys.signing(keyFolder)).publicPem();
  }

  /** The day by which a quarter is over. */
  public LocalDate today() {
    return asking.today();
  }

  /**
   * A table in its package: the one that was asked for before, or a new one, for a public one paid
   * from the budget.
   *
   * @param user in whose name it is asked for
   * @throws AccountException when nobody has that name
   * @throws org.maraude.dashboard.exports.release.ExportException when it cannot be had
   */
  public byte[] table(Ask ask, String user) {
    var person =
        sql.sql("select id from users where name = ?")
            .param(user)
            .query(UUID.class)
            .optional()
            .map(id -> new Person(id, user, Set.of(Role.RESEARCHER)))
            .orElseThrow(() -> new AccountException("nobody is called '" + user + "'"));
    var id = releases.existing(ask).orElseGet(() -> asking.ask(ask, person, null).id());
    while (true) {
      var release = releases.of(id, person);
      var file = release.file();
      if (file != null) {
        var link = taking.link(release).split("[=&]");
        return taking.take(id, file, Long.parseLong(link[1]), link[3], person);
      }
      if (release.state() == State.READY) {
        taking.again(id, person);
      } else if (!work.step()) {
        releases.mustNotHaveFailed(release);
        // The console is at it.
        LockSupport.parkNanos(LOOKS_AGAIN_AFTER.toNanos());
      }
    }
  }
}
