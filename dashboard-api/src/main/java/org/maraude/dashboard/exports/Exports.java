package org.maraude.dashboard.exports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ExportKeys;
import org.maraude.dashboard.accounts.AccountException;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.release.Ask;
import org.maraude.dashboard.exports.release.Asking;
import org.maraude.dashboard.exports.release.Budget;
import org.maraude.dashboard.exports.release.BudgetTerms;
import org.maraude.dashboard.exports.release.Budgets;
import org.maraude.dashboard.exports.release.DownloadLink;
import org.maraude.dashboard.exports.release.Release;
import org.maraude.dashboard.exports.release.ReleaseWork;
import org.maraude.dashboard.exports.release.Releases;
import org.maraude.dashboard.exports.release.State;
import org.maraude.dashboard.exports.release.Taking;
import org.maraude.dashboard.exports.release.VolumeClosing;
import org.maraude.dashboard.exports.table.Quarter;
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
  private final Budgets budgets;
  private final BudgetTerms terms;

  private Exports(
      JdbcClient sql,
      Releases releases,
      Asking asking,
      Taking taking,
      ReleaseWork work,
      Budgets budgets,
      BudgetTerms terms) {
    this.sql = sql;
    this.releases = releases;
    this.asking = asking;
    this.taking = taking;
    this.work = work;
    this.budgets = budgets;
    this.terms = terms;
  }

  public static Exports over(DataSource database, Path keyFolder, Clock clock) {
    var sql = JdbcClient.create(database);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var audit = new Audit(sql, clock);
    var signing = ExportKeys.signing(keyFolder);
    var releases = new Releases(sql);
    var budgets = new Budgets(sql, clock);
    return new Exports(
        sql,
        releases,
        new Asking(sql, transaction, releases, budgets, audit, clock, UUID::randomUUID),
        new Taking(sql, transaction, releases, new DownloadLink(signing), audit, clock),
        ReleaseWork.over(
            database,
            ExportKeys.noise(keyFolder),
            new SigningKey(signing),
            OfficialAreas.read(),
            clock),
        budgets,
        new BudgetTerms(sql, transaction, audit));
  }

  /** What erases the rows of volumes of old quarters; thread safe. */
  public static VolumeClosing volumeClosing(DataSource database, Path keyFolder, Clock clock) {
    return VolumeClosing.over(database, keyFolder, OfficialAreas.read(), clock);
  }

  /** The public key of packages, as PEM; made when there is none yet. */
  public static String publicKey(Path keyFolder) {
    return new SigningKey(ExportKeys.signing(keyFolder)).publicPem();
  }

  /** The day by which a quarter is over. */
  public LocalDate today() {
    return asking.today();
  }

  /** What is left for a quarter of data. */
  public Budget budget(Quarter quarter) {
    return budgets.of(quarter);
  }

  /** What is left in this year of asking (UTC). */
  public Budget thisYear() {
    return budgets.thisYear();
  }

  /** What budgets begin with now. */
  public BudgetTerms.Terms terms() {
    return terms.now();
  }

  /**
   * Changes what budgets begin with.
   *
   * @param user who says so
   * @throws AccountException when nobody has that name
   * @throws org.maraude.dashboard.exports.release.ExportException when no budget can have them
   */
  public void change(BudgetTerms.Terms to, String user) {
    terms.change(to, person(user).id());
  }

  /**
   * A table in its package.
   *
   * @param release as it stands
   * @param anew whether it was asked for only now, and paid for
   */
  public record Given(byte[] content, Release release, boolean anew) {}

  /** As {@link #table(Ask, String, Consumer)}, for who watches nothing and wants the bytes. */
  public byte[] table(Ask ask, String user) {
    return table(ask, user, release -> {}).content();
  }

  /**
   * A table in its package: the one that was asked for before, or a new one, for a public one paid
   * from the budget. Returns when it is made, by this program or by another one.
   *
   * @param user in whose name it is asked for
   * @param watches is told how far it is, whenever that changes
   * @throws AccountException when nobody has that name
   * @throws org.maraude.dashboard.exports.release.ExportException when it cannot be had
   */
  public Given table(Ask ask, String user, Consumer<Release> watches) {
    var person = person(user);
    var before = releases.existing(ask);
    var id = before.orElseGet(() -> asking.ask(ask, person, null).id());
    @Nullable Release last = null;
    while (true) {
      var release = releases.of(id, person);
      if (!release.equals(last)) {
        watches.accept(release);
        last = release;
      }
      var file = release.file();
      if (file != null) {
        var link = taking.link(release).split("[=&]");
        var content = taking.take(id, file, Long.parseLong(link[1]), link[3], person);
        return new Given(content, release, before.isEmpty());
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

  private Person person(String user) {
    return sql.sql("select id from users where name = ?")
        .param(user)
        .query(UUID.class)
        .optional()
        .map(id -> new Person(id, user, Set.of(Role.RESEARCHER)))
        .orElseThrow(() -> new AccountException("nobody is called '" + user + "'"));
  }
}
