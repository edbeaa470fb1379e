package org.maraude.dashboard.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.ownday.OwnDays;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Links;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows one item to one person, and notes in the audit that it was read. */
public final class Items {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ItemRows rows;
  private final Lookups lookups;
  private final Reversals reversals;
  private final Colleagues colleagues;
  private final OwnDays ownDays;
  private final Audit audit;
  private final Clock clock;

  public Items(
      JdbcClient sql,
      TransactionTemplate transaction,
      Reversals reversals,
      Colleagues colleagues,
      OwnDays ownDays,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.rows = new ItemRows(sql);
    this.lookups = new Lookups(sql);
    this.reversals = reversals;
    this.colleagues = colleagues;
    this.ownDays = ownDays;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The item as this person may see it.
   *
   * @throws NoSuchItemException when it does not exist for this person
   */
  public ItemPage read(UUID id, Person reader) {
    var now = clock.instant();
    var page =
        transaction.execute(status -> {
          var item = rows.lock(id, reader);
          if (reader.id().equals(item.holder())) {
            sql.sql("update items set shown_revision = revision where id = ?").param(id).update();
          }
          audit.write(reader.id(), Deed.ITEM_READ, id.toString(), "");
          lookups.shown(reader, List.of(id));
          ownDays.note(reader.id(), id, item.queue() == QueueKind.MINOR);
          return page(item, reader, now);
        });
    if (page == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return page;
  }

  /**
   * The item for somebody who is to judge it anew: as {@link #read}, without history.
   *
   * @throws NoSuchItemException when it does not exist for this person
   */
  public ItemPage blind(UUID id, Person reader) {
    return read(id, reader).withoutHistory();
  }

  /**
   * In which queue the item stands.
   *
   * @throws NoSuchItemException when it does not exist for this person
   */
  public QueueKind queueOf(UUID id, Person reader) {
    return rows.find(id, reader).queue();
  }

  private @Nullable Assessment assessment(UUID id) {
    return sql.sql("select assessment from items where id = ? and assessment is not null")
        .param(id)
        .query(String.class)
        .optional()
        .map(json -> EventJson.readLine(json, Assessment.class))
        .orElse(null);
  }

  /** Opinions of an open round stay with who gave them: the next reader must judge alone. */
  private List<ItemPage.HistoryRow> history(StoredItem item, Person reader) {
    return sql.sql(
            """
            select d.decided_at, u.name, d.outcome, d.reasons, d.note, d.taken_back_at
            from decisions d join users u on u.id = d.decided_by
            where d.item_id = ? and (d.round < ? or d.decided_by = ? or ?)
              and not exists (select 1 from double_reads r
                where r.item_id = d.item_id and r.reader = ? and r.outcome is null)
            order by d.decided_at, d.id\
            """)
        .params(item.id(), item.round(), reader.id(), item.status().equals("DECIDED"), reader.id())
        .query((row, n) ->
            new ItemPage.HistoryRow(
                row.getTimestamp("decided_at").toInstant(),
                row.getString("name"),
                Outcome.valueOf(row.getString("outcome")),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                    .map(ReasonCode::valueOf)
                    .toList(),
                row.getString("note"),
                StoredItem.instant(row.getTimestamp("taken_back_at"))))
        .list();
  }

  private List<String> colleagues(StoredItem item, Person reader) {
    boolean mayGive = reader.id().equals(item.holder()) || reader.may(Permission.ASSIGN);
    return item.open() && mayGive ? colleagues.of(item, reader) : List.of();
  }

  private ItemPage page(StoredItem item, Person reader, Instant now) {
    var assessment = assessment(item.id());
    var text =
        assessment == null
            ? new ItemText(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of())
            : ItemText.of(assessment);
    return new ItemPage(
        item.id(),
        item.adId(),
        item.queue(),
        item.shown(now),
        item.siteId(),
        assessment == null ? null : ItemText.link(assessment.url()),
        item.flaggedAt(),
        Duration.between(item.flaggedAt(), now),
        assessment == null ? null : assessment.observedAt(),
        assessment == null ? null : assessment.postedAt(),
        item.goneAt(),
        assessment == null ? "" : assessment.place().text(),
        item.departement(),
        assessment == null ? null : assessment.category(),
        item.language(),
        item.score(),
        item.revision(),
        assessment == null ? "" : assessment.ruleset(),
        text.title(),
        text.body(),
        text.signals(),
        text.protective(),
        text.why(),
        text.missing(),
        text.ages(),
        assessment == null ? Links.NONE : assessment.links(),
        text.contacts(),
        item.claim(reader.id(), now),
        reversals.possible(item, reader, now).isPresent(),
        colleagues(item, reader),
        List.of(Outcome.values()),
        List.of(ReasonCode.values()),
        history(item, reader));
  }
}
