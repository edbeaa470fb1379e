package org.maraude.dashboard.exports.release;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking packages, and having them made again after they were purged. Thread safe. */
public final class Taking {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Releases releases;
  private final DownloadLink links;
  private final Audit audit;
  private final Clock clock;

  public Taking(
      JdbcClient sql,
      TransactionTemplate transaction,
      Releases releases,
      DownloadLink links,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.releases = releases;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Has the package made again after it was purged.
   *
   * @throws ExportException when it is there, or was never made
   */
  public Release again(UUID id, Person person) {
    transaction.executeWithoutResult(status -> {
      releases.of(id, person);
      int asked =
          sql.sql(
                  """
                  update releases set state = 'WAITING', steps_done = 0 where id = ?
                    and state = 'READY' and not exists (select 1 from export_files f where f.id = ?)\
                  """)
              .params(id, id)
              .update();
      if (asked == 0) {
        throw ExportException.meanwhile(
            "export-is-there", "only a package that was purged is made again");
      }
      audit.write(person.id(), Deed.EXPORT_ASKED, id.toString(), "AGAIN");
    });
    return releases.of(id, person);
  }

  /** The query of a link to the package, which holds for an hour from now. */
  public String link(Release release) {
    return links.query(release.id(), clock.instant());
  }

  /** Until when a link that is made now holds. */
  public Instant linkUntil() {
    return clock.instant().plus(DownloadLink.HOLDS);
  }

  /**
   * The package.
   *
   * @throws ExportException when it is not there, or the link is over
   */
  public byte[] take(UUID id, String file, long until, String seal, Person person) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var release = releases.of(id, person);
          links.check(id, until, seal, clock.instant());
          if (release.file() == null) {
            throw release.state() == State.READY
                ? ExportException.gone(
                    "export-purged", "the package was purged; have it made again")
                : ExportException.meanwhile("export-not-ready", "the package is not made yet");
          }
          if (!release.file().equals(file)) {
            throw ExportException.missing();
          }
          audit.write(person.id(), Deed.EXPORT_TAKEN, id.toString(), "");
          return sql.sql("select content from export_files where id = ?")
              .param(id)
              .query((row, n) -> row.getBytes("content"))
              .single();
        }));
  }
}
