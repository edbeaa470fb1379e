package org.maraude.dashboard.linked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.queue.Lookups;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what shares something with an item, as far as a reader's permissions go. */
public final class LinkedItems {

  /** As many are shown. */
  public static final int MOST = 100;

  // Beyond so many that share a contact it is no person's: any of them are shown then, not the
  // latest, because putting all in order would read tens of thousands of rows.
  private static final int SHARING_LOOKED_AT = 1_000;

  /** Each way of sharing by an index of its own; the states are those of the rows with a text. */
  private static final String LINKED =
      """
      with sharing as (
        select id, flagged_at from items
        where tokens && cast(:tokens as text[]) and id <> :id
          and queue = any(cast(:queues as text[])) and status <> 'WITHDRAWN'
          and {reach}
        limit %d),
      linked as (
        (select id from sharing order by flagged_at desc, id limit %d)
        union
        (select id from items
          where template = cast(:template as text) and id <> :id
            and queue = any(cast(:queues as text[])) and status <> 'WITHDRAWN'
            and {reach}
          order by flagged_at desc, id limit %d)
        union
        (select id from items
          where advertiser = cast(:advertiser as text) and id <> :id
            and queue = any(cast(:queues as text[])) and status <> 'WITHDRAWN'
            and {reach}
          order by flagged_at desc, id limit %d))
      select id, ad_id, queue, departement, assessment,
        case when not blind then outcome end as outcome,
        case when not blind then decided_at end as decided_at,
        tokens && cast(:tokens as text[]) as same_contact,
        coalesce(template = cast(:template as text), false) as same_template
      from items, lateral (select exists (select 1 from double_reads r
        where r.item_id = items.id and r.reader = :reader and r.outcome is null)) b (blind)
      where id in (select id from linked)
      order by flagged_at desc, id limit %d\
      """;

  private final JdbcClient sql;
  private final Items items;
  private final Lookups lookups;
  private final Audit audit;

  public LinkedItems(JdbcClient sql, Items items, Audit audit) {
    this.sql = sql;
    this.items = items;
    this.lookups = new Lookups(sql);
    this.audit = audit;
  }

  /**
   * What shares a contact, a text or an advertiser with the item. That texts of others were shown
   * is a line of the audit.
   *
   * @throws org.maraude.dashboard.queue.NoSuchItemException when it does not exist for this person
   */
  public LinkedAds of(UUID id, Person reader) {
    items.queueOf(id, reader);
    var seen = new HashSet<String>();
    if (reader.may(Permission.REVIEW_MINOR)) {
      seen.add(QueueKind.MINOR.name());
    }
    if (reader.may(Permission.REVIEW_ADULT)) {
      seen.add(QueueKind.ADULT.name());
    }
    var linked = among(sql, id, reader.id(), seen);
    lookups.shown(
        reader,
        linked.ads().stream().filter(ad -> ad.outcome() != null).map(LinkedAd::id).toList());
    if (!linked.ads().isEmpty()) {
      audit.write(reader.id(), Deed.LINKED_READ, id.toString(), "" + linked.ads().size());
    }
    return linked;
  }

  private record Own(
      String[] tokens, @Nullable String template, @Nullable String advertiser, String text) {}

  /** What is linked in these queues; a decision that the reader is to judge anew stays untold. */
  static LinkedAds among(JdbcClient sql, UUID id, UUID reader, Set<String> queues) {
    var own =
        sql.sql("select tokens, template, advertiser, assessment from items where id = ?")
            .param(id)
            .query((row, n) ->
                new Own(
                    (String[]) row.getArray("tokens").getArray(),
                    row.getString("template"),
                    row.getString("advertiser"),
                    text(row.getString("assessment"))))
            .single();
    var ads =
        sql.sql(
                LINKED
                    .formatted(SHARING_LOOKED_AT, MOST, MOST, MOST, MOST)
                    .replace("{reach}", Reach.of("items", ":reader")))
            .param("id", id)
            .param("reader", reader)
            .param("queues", queues.toArray(String[]::new))
            .param("tokens", own.tokens())
            .param("template", own.template(), Types.VARCHAR)
            .param("advertiser", own.advertiser(), Types.VARCHAR)
            .query((row, n) -> ad(row))
            .list();
    var texts = new ArrayList<String>();
    texts.add(own.text());
    ads.stream().filter(LinkedAd::sameTemplate).forEach(ad -> texts.add(ad.body()));
    return LinkedAds.of(ads, texts.size() < 2 ? null : Slots.of(texts));
  }

  private static String text(@Nullable String json) {
    return json == null ? "" : EventJson.readLine(json, Assessment.class).body();
  }

  private static LinkedAd ad(ResultSet row) throws SQLException {
    var assessment = EventJson.readLine(row.getString("assessment"), Assessment.class);
    var outcome = row.getString("outcome");
    var decided = row.getTimestamp("decided_at");
    return new LinkedAd(
        row.getObject("id", UUID.class),
        row.getString("ad_id"),
        QueueKind.valueOf(row.getString("queue")),
        assessment.observedAt(),
        row.getString("departement"),
        assessment.place().text() == null ? "" : assessment.place().text(),
        List.copyOf(assessment.facts().aliases()),
        assessment.title(),
        assessment.body(),
        row.getBoolean("same_contact"),
        row.getBoolean("same_template"),
        outcome == null ? null : Outcome.valueOf(outcome),
        decided == null ? null : decided.toInstant());
  }
}
