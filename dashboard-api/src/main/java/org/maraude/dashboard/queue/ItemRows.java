package org.maraude.dashboard.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.review.Meanwhile;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.review.ReviewDecided;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds one item for one reader. */
final class ItemRows {

  private final JdbcClient sql;

  ItemRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The item, locked until the transaction ends.
   *
   * @throws NoSuchItemException also when the reader may not see its queue, or it is out of their
   *     team's reach
   */
  StoredItem lock(UUID id, Person reader) {
    return find(id, reader, " for update of i").orElseThrow(NoSuchItemException::new);
  }

  /**
   * The item as it stands.
   *
   * @throws NoSuchItemException also when the reader may not see its queue, or it is out of their
   *     team's reach
   */
  StoredItem find(UUID id, Person reader) {
    return find(id, reader, "").orElseThrow(NoSuchItemException::new);
  }

  private Optional<StoredItem> find(UUID id, Person reader, String locking) {
    return sql.sql(
            "select "
                + StoredItem.COLUMNS
                + " from items i where i.id = ? and "
                + Reach.of("i", "?")
                + locking)
        .params(id, reader.id())
        .query((row, n) -> StoredItem.of(row))
        .optional()
        .filter(item -> maySee(reader, item.queue()));
  }

  static boolean maySee(Person reader, QueueKind queue) {
    return reader.may(
        switch (queue) {
          case MINOR -> Permission.REVIEW_MINOR;
          case ADULT -> Permission.REVIEW_ADULT;
        });
  }

  boolean wasHeard(StoredItem item, Person person) {
    return sql.sql(
            """
            select exists (select 1 from decisions
              where item_id = ? and round = ? and decided_by = ? and taken_back_at is null)\
            """)
        .params(item.id(), item.round(), person.id())
        .query(Boolean.class)
        .single();
  }

  /** The rules that speak in the item's assessment, with their versions. */
  List<ReviewDecided.RuleRef> rules(StoredItem item) {
    var json =
        sql.sql("select assessment from items where id = ?")
            .param(item.id())
            .query(String.class)
            .single();
    return EventJson.readLine(json, Assessment.class).signals().stream()
        .map(signal -> new ReviewDecided.RuleRef(signal.rule(), signal.version()))
        .distinct()
        .toList();
  }

  /** What keeps this person from acting on the item under this fence. */
  ConflictException conflict(StoredItem item, Person person, Instant now) {
    return switch (item.shown(now)) {
      case DECIDED -> new ConflictException(Meanwhile.DECIDED, null);
      case WITHDRAWN -> new ConflictException(Meanwhile.WITHDRAWN, null);
      case CLAIMED ->
          person.id().equals(item.holder())
              ? new ConflictException(Meanwhile.CLAIMED_AGAIN, item.holderName())
              : new ConflictException(Meanwhile.CLAIMED_BY_ANOTHER, item.holderName());
      case WAITING ->
          new ConflictException(
              wasHeard(item, person) ? Meanwhile.OPINION_GIVEN : Meanwhile.CLAIM_OVER, null);
    };
  }
}
