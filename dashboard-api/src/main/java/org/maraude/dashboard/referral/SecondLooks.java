package org.maraude.dashboard.referral;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.queue.Lookups;
import org.maraude.dashboard.queue.NoSuchItemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The second reading of minors' referrals: by somebody else, after the first has acted. */
public final class SecondLooks {

  private static final int LONGEST_NOTE = 4_000;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final MinorItems items;
  private final Lookups lookups;
  private final Audit audit;
  private final Clock clock;

  public SecondLooks(
      JdbcClient sql, TransactionTemplate transaction, MinorItems items, Audit audit, Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.items = items;
    this.lookups = new Lookups(sql);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A referral that somebody else has to read.
   *
   * @param by who referred
   */
  public record Awaited(
      UUID itemId, String adId, @Nullable String departement, String by, Instant at) {}

  /** Referrals that this person may read as the second, longest awaited first. */
  public List<Awaited> awaited(Person person) {
    var awaited = found(person);
    lookups.shown(person, awaited.stream().map(Awaited::itemId).toList());
    return awaited;
  }

  private List<Awaited> found(Person person) {
    return sql.sql(
            """
            select i.id, i.ad_id, i.departement, u.name, d.decided_at
            from items i
              join decisions d on d.item_id = i.id and d.round = i.round and d.settled
                and d.taken_back_at is null
              join users u on u.id = d.decided_by
            where i.queue = 'MINOR' and i.outcome = 'REFER' and d.decided_by <> ?
              and not exists (select 1 from second_looks l where l.decision_id = d.id)
              and not exists (select 1 from double_reads r
                where r.item_id = i.id and r.reader = ? and r.outcome is null)
              and %s
            order by d.decided_at, i.id limit 50\
            """
                .formatted(Reach.of("i", "?")))
        .params(person.id(), person.id(), person.id())
        .query((row, n) ->
            new Awaited(
                row.getObject("id", UUID.class),
                row.getString("ad_id"),
                row.getString("departement"),
                row.getString("name"),
                row.getTimestamp("decided_at").toInstant()))
        .list();
  }

  /** Whether the person may read this item as the second now. */
  public boolean mayLook(UUID itemId, Person person) {
    return awaited(itemId, person.id()).isPresent();
  }

  /**
   * Notes that a second person has read a referral. Who disagrees talks with a lead, who may take
   * the decision back; nothing follows by itself.
   *
   * @throws NoSuchItemException when it is no possible minor's item, or not for this person
   * @throws InvalidReferralException when there is nothing to read as the second for this person
   */
  public void note(UUID itemId, Person person, @Nullable Boolean agrees, @Nullable String note) {
    items.mustBeOne(itemId, person);
    var words = note == null ? "" : note.strip();
    if (agrees == null) {
      throw InvalidReferralException.lacks("agrees-missing", "the field 'agrees' is missing");
    }
    if (!agrees && words.isEmpty()) {
      throw InvalidReferralException.lacks("look-note-missing", "who disagrees says why");
    }
    if (words.length() > LONGEST_NOTE) {
      throw InvalidReferralException.lacks("note-too-long", "the note is too long");
    }
    transaction.executeWithoutResult(status -> {
      var decision = awaited(itemId, person.id());
      int written =
          decision
              .map(by ->
                  sql.sql(
                          """
                          insert into second_looks (decision_id, decided_by, item_id, looked_by,
                            looked_at, agrees, note)
                          values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                          """)
                      .params(
                          by.id(),
                          by.person(),
                          itemId,
                          person.id(),
                          Timestamp.from(clock.instant()),
                          agrees,
                          words)
                      .update())
              .orElse(0);
      if (written == 0) {
        throw InvalidReferralException.meanwhile(
            "nothing-to-look-at",
            "no referral awaits you here: it is your own, was read, or was taken back");
      }
      audit.write(
          person.id(), Deed.SECOND_LOOK, itemId.toString(), agrees ? "AGREES" : "OTHERWISE");
    });
  }

  private record ByPerson(UUID id, UUID person) {}

  private Optional<ByPerson> awaited(UUID itemId, UUID person) {
    return sql.sql(
            """
            select d.id, d.decided_by from items i
              join decisions d on d.item_id = i.id and d.round = i.round and d.settled
                and d.taken_back_at is null
            where i.id = ? and i.queue = 'MINOR' and i.outcome = 'REFER' and d.decided_by <> ?
              and not exists (select 1 from second_looks l where l.decision_id = d.id)\
            """)
        .params(itemId, person)
        .query((row, n) ->
            new ByPerson(row.getObject("id", UUID.class), row.getObject("decided_by", UUID.class)))
        .optional();
  }
}
