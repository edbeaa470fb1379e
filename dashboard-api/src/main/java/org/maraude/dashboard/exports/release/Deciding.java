package org.maraude.dashboard.exports.release;

import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What two people decide about a release under agreement. Thread safe. */
public final class Deciding {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Releases releases;
  private final Audit audit;

  public Deciding(JdbcClient sql, TransactionTemplate transaction, Releases releases, Audit audit) {
    this.sql = sql;
    this.transaction = transaction;
    this.releases = releases;
    this.audit = audit;
  }

  /**
   * Approves; with the second one it is made.
   *
   * @throws ExportException when it is not to be decided any more, or not by this person
   */
  public Release approve(UUID id, Person person) {
    decide(
        id,
        person,
        release -> {
          if (release.approvedByMe()) {
            throw ExportException.meanwhile(
                "approved-by-you", "you have approved it; somebody else has to be the second");
          }
          boolean second = release.approvals() == 1;
          sql.sql(
                  second
                      ? "update releases set approved_second = ?, state = 'WAITING' where id = ?"
                      : "update releases set approved_first = ? where id = ?")
              .params(person.id(), id)
              .update();
          audit.write(person.id(), Deed.EXPORT_APPROVED, id.toString(), second ? "2" : "1");
        });
    return releases.of(id, person);
  }

  /**
   * Refuses; one is enough.
   *
   * @throws ExportException as above
   */
  public Release refuse(UUID id, Person person) {
    decide(
        id,
        person,
        release -> {
          sql.sql("update releases set refused_by = ?, state = 'REFUSED' where id = ?")
              .params(person.id(), id)
              .update();
          audit.write(person.id(), Deed.EXPORT_REFUSED, id.toString(), "");
        });
    return releases.of(id, person);
  }

  private interface Decision {
    void on(Release release);
  }

  private void decide(UUID id, Person person, Decision decision) {
    transaction.executeWithoutResult(status -> {
      sql.sql("select 1 from releases where id = ? for update").param(id).query().listOfRows();
      var release = releases.of(id, person);
      if (release.state() != State.ASKED) {
        throw ExportException.meanwhile("export-decided", "it was decided on meanwhile");
      }
      if (release.mine()) {
        throw ExportException.meanwhile(
            "own-export", "who asked for it is none of the two who approve");
      }
      decision.on(release);
    });
  }
}
