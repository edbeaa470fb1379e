package org.maraude.dashboard.following;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as it is stored. */
record CaseRow(
    UUID id,
    @Nullable String token,
    @Nullable String departement,
    UUID worker,
    String workerName,
    Agreement agreement,
    LocalDate agreedOn,
    @Nullable UUID itemId,
    @Nullable LocalDate nextOn,
    LocalDate lastContactOn,
    @Nullable LocalDate closedOn,
    @Nullable Closing closing,
    String everyday,
    String close,
    @Nullable String health,
    int version) {

  static final String COLUMNS =
      """
      c.id, c.token, c.departement, c.worker, (select name from users where id = c.worker)
        as worker_name, c.agreement, c.agreed_on, c.item_id, c.next_on, c.last_contact_on,
        c.closed_on, c.closing, c.everyday, c.close, c.health, c.version\
      """;

  static CaseRow of(ResultSet row) throws SQLException {
    var closing = row.getString("closing");
    return new CaseRow(
        row.getObject("id", UUID.class),
        row.getString("token"),
        row.getString("departement"),
        row.getObject("worker", UUID.class),
        row.getString("worker_name"),
        Agreement.valueOf(row.getString("agreement")),
        row.getDate("agreed_on").toLocalDate(),
        row.getObject("item_id", UUID.class),
        day(row.getDate("next_on")),
        row.getDate("last_contact_on").toLocalDate(),
        day(row.getDate("closed_on")),
        closing == null ? null : Closing.valueOf(closing),
        row.getString("everyday"),
        row.getString("close"),
        row.getString("health"),
        row.getInt("version"));
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toLocalDate();
  }

  boolean closed() {
    return closedOn != null;
  }
}
