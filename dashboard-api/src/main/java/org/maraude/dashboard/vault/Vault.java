package org.maraude.dashboard.vault;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactOpener;
import org.maraude.contacts.SealException;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.queue.Claims;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.SealedContact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens one contact at a time, for who holds the item and says what for. Each opening is a row and
 * a line of the audit in one transaction, and neither holds the contact.
 */
public final class Vault {

  /** For how long an opened contact is shown. */
  public static final Duration SHOWN = Duration.ofSeconds(60);

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ContactOpener opener;
  private final Claims claims;
  private final Ground ground;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Vault(
      JdbcClient sql,
      TransactionTemplate transaction,
      ContactOpener opener,
      Claims claims,
      Ground ground,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.opener = opener;
    this.claims = claims;
    this.ground = ground;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Opens a contact of an item that the person holds, or on another {@link Ground}.
   *
   * @param key the same key with the same request shows the same opening for what is left of its
   *     minute, and opens nothing again
   * @throws org.maraude.dashboard.queue.NoSuchItemException when the item does not exist for this
   *     person
   * @throws org.maraude.dashboard.queue.ConflictException when the person does not hold it
   * @throws NoSuchContactException when the item names no such contact
   * @throws CannotOpenException when another one is open, or the key's minute is over
   */
  public Opening open(
      UUID itemId, String token, Person person, StatedPurpose stated, @Nullable String key) {
    // PostgreSQL keeps microseconds: a repeat must give the same answer to the digit.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var opening =
        transaction.execute(status -> {
          if (!ground.opens(itemId, person)) {
            claims.mustHold(itemId, person);
          }
          var contact = contact(itemId, token);
          oneAtATime(person);
          var repeat = repeated(itemId, token, person, stated.purpose(), key);
          if (repeat.isPresent() && !now.isBefore(repeat.get().closes())) {
            throw CannotOpenException.over();
          }
          if (repeat.isEmpty() && isAnotherOpen(person, now)) {
            throw CannotOpenException.another();
          }
          return open(itemId, contact, person, stated, key, repeat.orElse(null), now);
        });
    if (opening == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return opening;
  }

  /** Ends the person's opening before its minute is over, so that another one can follow. */
  public void close(Person person) {
    var now = Timestamp.from(clock.instant());
    sql.sql("update contact_openings set closes_at = ? where opened_by = ? and closes_at > ?")
        .params(now, person.id(), now)
        .update();
  }

  /** When and for what contacts of this item were opened, oldest first. */
  public List<PastOpening> of(UUID itemId) {
    return sql.sql(
            """
            select o.opened_at, u.name, o.purpose, o.words
            from contact_openings o join users u on u.id = o.opened_by
            where o.item_id = ? order by o.opened_at, o.id\
            """)
        .param(itemId)
        .query((row, n) ->
            new PastOpening(
                row.getTimestamp("opened_at").toInstant(),
                row.getString("name"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("words")))
        .list();
  }

  private Opening open(
      UUID itemId,
      SealedContact contact,
      Person person,
      StatedPurpose stated,
      @Nullable String key,
      @Nullable Earlier repeat,
      Instant now) {
    String value;
    try {
      value = opener.open(contact.sealed()).value();
    } catch (SealException e) {
      var cause = e.keyDestroyed() ? Opening.Cause.KEY_DESTROYED : Opening.Cause.UNREADABLE;
      write(person, Deed.CONTACT_NOT_OPENED, itemId, stated.purpose() + " " + cause);
      return new Opening.Shut(cause, contact.kind(), contact.masked());
    }
    var opened = repeat == null ? now : repeat.opened();
    var closes = repeat == null ? now.plus(SHOWN) : repeat.closes();
    if (repeat == null) {
      insert(itemId, contact.token(), person, stated, key, now);
      write(person, Deed.CONTACT_OPENED, itemId, stated.purpose() + " " + contact.kind());
    }
    return new Opening.Opened(
        contact.kind(), value, contact.masked(), stated.purpose(), opened, closes);
  }

  private void write(Person person, Deed deed, UUID itemId, String reason) {
    audit.write(person.id(), deed, itemId.toString(), reason);
  }

  private SealedContact contact(UUID itemId, String token) {
    var json =
        sql.sql("select assessment from items where id = ?")
            .param(itemId)
            .query(String.class)
            .single();
    return EventJson.readLine(json, Assessment.class).contacts().stream()
        .filter(contact -> contact.token().equals(token))
        .findFirst()
        .orElseThrow(NoSuchContactException::new);
  }

  /** Two windows of one person wait for each other here. */
  private void oneAtATime(Person person) {
    sql.sql("select 1 from users where id = ? for no key update")
        .param(person.id())
        .query(Integer.class)
        .optional();
  }

  private record Earlier(Instant opened, Instant closes) {}

  private Optional<Earlier> repeated(
      UUID itemId, String token, Person person, Purpose purpose, @Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select item_id, token, purpose, opened_at, closes_at from contact_openings
            where opened_by = ? and idempotency_key = ?\
            """)
        .params(person.id(), key)
        .query((row, n) -> {
          boolean same =
              itemId.equals(row.getObject("item_id", UUID.class))
                  && token.equals(row.getString("token"))
                  && purpose.name().equals(row.getString("purpose"));
          if (!same) {
            throw new KeyReusedException();
          }
          return new Earlier(
              row.getTimestamp("opened_at").toInstant(), row.getTimestamp("closes_at").toInstant());
        })
        .optional();
  }

  private boolean isAnotherOpen(Person person, Instant now) {
    return sql.sql(
            """
            select exists (select 1 from contact_openings where opened_by = ? and closes_at > ?)\
            """)
        .params(person.id(), Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  private void insert(
      UUID itemId,
      String token,
      Person person,
      StatedPurpose stated,
      @Nullable String key,
      Instant now) {
    sql.sql(
            """
            insert into contact_openings (id, item_id, token, purpose, words, opened_by, opened_at,
              closes_at, idempotency_key)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                ids.get(),
                itemId,
                token,
                stated.purpose().name(),
                stated.words(),
                person.id(),
                Timestamp.from(now),
                Timestamp.from(now.plus(SHOWN)),
                key))
        .update();
  }
}
