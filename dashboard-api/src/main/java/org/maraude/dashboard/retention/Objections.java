package org.maraude.dashboard.retention;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactTokens;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.following.CaseErasure;
import org.maraude.dashboard.outbox.Outbox;
import org.maraude.events.Topic;
import org.maraude.events.review.Erasure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody said no: what is kept under their contact goes at once, a case too, the streams are
 * told, and nothing comes in under it again. Only the contact's token is kept, neither the contact
 * nor a name.
 *
 * <p>The open item of a possible minor stays until it is decided: whoever controls a phone must not
 * be able to hide a child by it.
 */
public final class Objections {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ContactTokens tokens;
  private final CaseErasure cases;
  private final Audit audit;
  private final Outbox outbox;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Objections(
      JdbcClient sql,
      TransactionTemplate transaction,
      ContactTokens tokens,
      CaseErasure cases,
      Audit audit,
      Outbox outbox,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.tokens = tokens;
    this.cases = cases;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * What an objection did.
   *
   * @param erased items that went
   * @param kept open items of possible minors, which stay until they are decided
   */
  public record Noted(int erased, int kept) implements Serializable {}

  /** Notes an objection; a second one for the same contact erases what came in between. */
  public Noted note(CanonicalContact contact, Person person) {
    return note(contact, person.id());
  }

  /**
   * As {@link #note(CanonicalContact, Person)}.
   *
   * @param by null for a command that somebody gives on the machine itself
   */
  public Noted note(CanonicalContact contact, @Nullable UUID by) {
    var token = tokens.token(contact);
    var now = clock.instant();
    var casesGone = new ArrayList<UUID>();
    var noted =
        transaction.execute(status -> {
          sql.sql(
                  """
                  insert into objections (token, noted_at, noted_by) values (?, ?, ?)
                  on conflict do nothing\
                  """)
              .params(Arrays.asList(token, Timestamp.from(now), by))
              .update();
          // What was tried under it goes; that the contact is left alone stays, on the register.
          sql.sql("delete from attempts where token = ?").param(token).update();
          int erased =
              sql.sql(
                      """
                      delete from items where tokens @> array[?]::text[]
                        and not (queue = 'MINOR' and status <> 'DECIDED')\
                      """)
                  .param(token)
                  .update();
          int kept =
              sql.sql("select count(*) from items where tokens @> array[?]::text[]")
                  .param(token)
                  .query(Integer.class)
                  .single();
          casesGone.addAll(cases.rowsOf(token));
          var id = ids.get();
          outbox.add(id, Topic.ERASURES, token, new Erasure(id.toString(), token, now));
          audit.write(by, Deed.OBJECTION_NOTED, "", "erased " + erased);
          return new Noted(erased, kept);
        });
    cases.destroyKeys(casesGone);
    if (noted == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return noted;
  }
}
