package org.maraude.dashboard.rounds;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactTokens;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whom nobody plans to contact or contacts: tokens, neither contacts nor names. A lead keeps it;
 * every objection and every noted no comes in by itself. It erases nothing, which is what an
 * objection is for. Thread safe.
 */
public final class Register {

  /** Why a contact is on it. Names stay as they are: rows hold them. */
  public enum Cause {
    OBJECTION,
    REFUSED,
    WISH,
    WRONG_NUMBER,
    /** A lead put it there. */
    TEAM
  }

  /** Why a contact comes off it. Names stay as they are: audit lines hold them. */
  public enum Reason {
    /** The person asked to be contacted again. */
    ASKED_BY_PERSON,
    NOTED_BY_MISTAKE
  }

  /**
   * One contact.
   *
   * @param seq its place in the order of noting
   */
  public record Row(long seq, String token, Instant notedAt, Cause cause) {}

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ContactTokens tokens;
  private final ContactRows contacts;
  private final Audit audit;
  private final Clock clock;

  public Register(
      JdbcClient sql,
      TransactionTemplate transaction,
      ContactTokens tokens,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.tokens = tokens;
    this.contacts = new ContactRows(sql);
    this.audit = audit;
    this.clock = clock;
  }

  /** Rows noted before a place in the order, the latest first. */
  public List<Row> before(long seq, int limit) {
    return sql.sql(
            """
            select seq, token, noted_at, cause from do_not_contact
            where seq < ? order by seq desc limit ?\
            """)
        .params(seq, limit)
        .query((row, n) ->
            new Row(
                row.getLong("seq"),
                row.getString("token"),
                row.getTimestamp("noted_at").toInstant(),
                Cause.valueOf(row.getString("cause"))))
        .list();
  }

  /** Puts a contact on the register; one that is there stays as it is. */
  public Row add(CanonicalContact contact, Person lead) {
    var token = tokens.token(contact);
    transaction.executeWithoutResult(status -> {
      int added =
          sql.sql(
                  """
                  insert into do_not_contact (token, noted_at, noted_by, cause)
                  values (?, ?, ?, 'TEAM') on conflict (token) do nothing\
                  """)
              .params(token, Timestamp.from(clock.instant()), lead.id())
              .update();
      if (added == 1) {
        audit.write(lead.id(), Deed.NOT_TO_CONTACT, "", Cause.TEAM.name());
      }
    });
    return sql.sql("select seq, noted_at, cause from do_not_contact where token = ?")
        .param(token)
        .query((row, n) ->
            new Row(
                row.getLong("seq"),
                token,
                row.getTimestamp("noted_at").toInstant(),
                Cause.valueOf(row.getString("cause"))))
        .single();
  }

  /**
   * Takes a contact off the register.
   *
   * @throws RoundException when it is not on it, or its owner objected: that stays
   */
  public void remove(String token, Reason reason, Person lead) {
    transaction.executeWithoutResult(status -> {
      contacts.lock(Set.of(token));
      boolean objected =
          sql.sql("select exists (select 1 from objections where token = ?)")
              .param(token)
              .query(Boolean.class)
              .single();
      if (objected) {
        throw RoundException.conflict(
            "objection-stays", "the person objected: this contact stays on the register");
      }
      int gone = sql.sql("delete from do_not_contact where token = ?").param(token).update();
      if (gone == 0) {
        throw RoundException.notFound(
            "not-on-register", "this contact is not on the do-not-contact register");
      }
      audit.write(lead.id(), Deed.MAY_CONTACT_AGAIN, "", reason.name());
    });
  }
}
