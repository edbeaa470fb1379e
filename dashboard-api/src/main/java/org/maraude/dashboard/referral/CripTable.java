package org.maraude.dashboard.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The CRIP of each department, with its history. */
public final class CripTable {

  private static final String ROWS =
      """
      select c.*, u.name as editor from crip_entries c left join users u on u.id = c.edited_by\
      """;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  public CripTable(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** What stands for each department, in the order of their codes. */
  public List<CripEntry> all() {
    return sql.sql(
            ROWS
                + """
                 where c.version = (select max(version) from crip_entries n
                  where n.departement = c.departement)
                order by c.departement\
                """)
        .query((row, n) -> entry(row))
        .list();
  }

  /** What stands for a department; empty when the table knows none of this code. */
  public Optional<CripEntry> of(String departement) {
    return history(departement).stream().findFirst();
  }

  /** Every version of a department's entry, newest first. */
  public List<CripEntry> history(String departement) {
    return sql.sql(ROWS + " where c.departement = ? order by c.version desc")
        .param(departement)
        .query((row, n) -> entry(row))
        .list();
  }

  /**
   * Puts a new version on top.
   *
   * @throws NoSuchDepartementException when the table knows none of this code
   * @throws InvalidReferralException when somebody else has edited it since it was read
   */
  public CripEntry edit(String departement, Person person, CripEntry.Edit edit) {
    transaction.executeWithoutResult(status -> {
      if (of(departement).isEmpty()) {
        throw new NoSuchDepartementException();
      }
      int written =
          sql.sql(
                  """
                  insert into crip_entries (departement, version, name, telephone, email, hours,
                    verified, edited_by, edited_at)
                  select ?, ?, ?, ?, ?, ?, ?, ?, ?
                  where ? = (select max(version) from crip_entries where departement = ?)
                  on conflict do nothing\
                  """)
              .params(
                  departement,
                  edit.version() + 1,
                  edit.name(),
                  edit.telephone(),
                  edit.email(),
                  edit.hours(),
                  edit.verified(),
                  person.id(),
                  Timestamp.from(clock.instant()),
                  edit.version(),
                  departement)
              .update();
      if (written == 0) {
        throw InvalidReferralException.meanwhile(
            "crip-changed", "somebody has edited this entry since you read it; read it again");
      }
      audit.write(
          person.id(),
          Deed.CRIP_EDITED,
          "",
          departement + " " + (edit.version() + 1) + (edit.verified() ? " VERIFIED" : ""));
    });
    return of(departement).orElseThrow(NoSuchDepartementException::new);
  }

  private static CripEntry entry(ResultSet row) throws SQLException {
    var at = row.getTimestamp("edited_at");
    return new CripEntry(
        row.getString("departement"),
        row.getInt("version"),
        row.getString("name"),
        row.getString("telephone"),
        row.getString("email"),
        row.getString("hours"),
        row.getBoolean("verified"),
        row.getString("editor"),
        at == null ? null : at.toInstant());
  }
}
