package org.maraude.dashboard.sink;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Assessments become items where they reach a queue; of all others only the count is kept. A
 * deleted key takes its item with it.
 */
final class AssessedRows implements Rows<Assessment> {

  private final JdbcClient sql;
  private final Clock clock;

  AssessedRows(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Topic topic() {
    return Topic.ADS_ASSESSED;
  }

  @Override
  public Class<Assessment> type() {
    return Assessment.class;
  }

  @Override
  public void write(List<Arrived<Assessment>> batch) {
    var known = known(batch.stream().map(Arrived::key).distinct().toArray(String[]::new));
    var objections = objections(batch);
    for (var arrived : batch) {
      var assessment = arrived.event();
      boolean objected = assessment != null && isObjected(assessment, objections, known);
      if (assessment == null || objected) {
        sql.sql("delete from items where ad_id = ?").param(arrived.key()).update();
        known.remove(arrived.key());
      } else {
        take(assessment, flaggedAt(arrived), known);
      }
    }
    count(batch);
  }

  private Set<String> objections(List<Arrived<Assessment>> batch) {
    var tokens =
        batch.stream()
            .map(Arrived::event)
            .filter(Objects::nonNull)
            .flatMap(assessment -> ItemColumns.tokens(assessment).stream())
            .distinct()
            .toArray(String[]::new);
    return new HashSet<>(
        sql.sql("select token from objections where token = any(?)")
            .param(tokens)
            .query(String.class)
            .list());
  }

  /** A possible minor comes in whoever said no, and stays until somebody has decided. */
  private static boolean isObjected(
      Assessment assessment, Set<String> objections, Map<String, Step.Known> known) {
    var item = known.get(assessment.adId());
    boolean openMinor =
        item != null && item.queue() == QueueKind.MINOR && item.standing() != Step.Standing.DECIDED;
    return assessment.queue() != Queue.MINOR
        && !openMinor
        && ItemColumns.tokens(assessment).stream().anyMatch(objections::contains);
  }

  /** When the ad was flagged, not when it was read here: a clock that was ahead does not count. */
  private Instant flaggedAt(Arrived<Assessment> arrived) {
    var now = clock.instant();
    return arrived.at().isBefore(now) ? arrived.at() : now;
  }

  private void take(Assessment assessment, Instant at, Map<String, Step.Known> known) {
    var before = Optional.ofNullable(known.get(assessment.adId()));
    var step = Step.of(before, assessment.queue(), assessment.revision());
    switch (step) {
      case IGNORE -> {}
      case NOTE -> note(assessment);
      case CREATE -> create(assessment, at);
      case REFRESH -> refresh(assessment);
      case RISE -> comeBack(assessment, at, false);
      case REOPEN -> comeBack(assessment, at, true);
      case WITHDRAW -> withdraw(assessment);
    }
    after(before.orElse(null), step, assessment)
        .ifPresent(item -> known.put(assessment.adId(), item));
  }

  private static Optional<Step.Known> after(
      Step.@Nullable Known before, Step step, Assessment assessment) {
    int revision = assessment.revision();
    return switch (step) {
      case IGNORE -> Optional.empty();
      case CREATE, RISE, REOPEN ->
          QueueKind.of(assessment.queue())
              .map(queue -> new Step.Known(queue, Step.Standing.WAITING, revision));
      case NOTE, REFRESH ->
          Optional.ofNullable(before)
              .map(item -> new Step.Known(item.queue(), item.standing(), revision));
      case WITHDRAW ->
          Optional.ofNullable(before)
              .map(item -> new Step.Known(item.queue(), Step.Standing.WITHDRAWN, revision));
    };
  }

  private Map<String, Step.Known> known(String[] adIds) {
    var known = new HashMap<String, Step.Known>();
    var now = clock.instant();
    // In one order for all, so that two batches never wait for each other.
    sql.sql(
            """
            select ad_id, queue, status, revision, lease_until from items
            where ad_id = any(?) order by ad_id for update\
            """)
        .param(adIds)
        .query(row -> {
          var lease = row.getTimestamp("lease_until");
          boolean held = lease != null && now.isBefore(lease.toInstant());
          known.put(
              row.getString("ad_id"),
              new Step.Known(
                  QueueKind.valueOf(row.getString("queue")),
                  standing(row.getString("status"), held),
                  row.getInt("revision")));
        });
    return known;
  }

  private static Step.Standing standing(String status, boolean held) {
    return switch (status) {
      case "WAITING" -> held ? Step.Standing.IN_HAND : Step.Standing.WAITING;
      case "SECOND_OPINION" -> Step.Standing.IN_HAND;
      case "DECIDED" -> Step.Standing.DECIDED;
      case "WITHDRAWN" -> Step.Standing.WITHDRAWN;
      // The table's check lets no other in.
      default -> throw new IllegalStateException("unknown status " + status);
    };
  }

  private void note(Assessment assessment) {
    sql.sql("update items set revision = ? where ad_id = ?")
        .params(assessment.revision(), assessment.adId())
        .update();
  }

  private void create(Assessment assessment, Instant at) {
    sql.sql(
            """
            insert into items (queue, flagged_at, arrived_at, status, score, revision, departement, language,
              signals, rules, assessment, words, tokens,
              sealed_with, advertiser, template, ad_id, site_id)
            values (?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?, ?::json, searchable(?), ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Stream.of(
                    Stream.of(assessment.queue().name(), Timestamp.from(at), arrived()),
                    ItemColumns.of(assessment),
                    Stream.of(assessment.adId(), assessment.siteId()))
                .flatMap(values -> values)
                .toList())
        .update();
  }

  private Timestamp arrived() {
    return Timestamp.from(clock.instant());
  }

  private void refresh(Assessment assessment) {
    sql.sql(
            """
            update items set score = ?, revision = ?, departement = ?, language = ?, signals = ?,
              rules = ?, assessment = ?::json, words = searchable(?), tokens = ?,
              sealed_with = ?, advertiser = ?, template = ?,
              gone_at = case when gone_at < ? then null else gone_at end
            where ad_id = ?\
            """)
        .params(
            Stream.concat(
                    ItemColumns.of(assessment),
                    Stream.of(Timestamp.from(assessment.observedAt()), assessment.adId()))
                .toList())
        .update();
  }

  /** The fence grows, so that nobody decides what they have not seen. */
  private void comeBack(Assessment assessment, Instant at, boolean closed) {
    sql.sql(
            """
            update items set queue = ?, status = 'WAITING', flagged_at = ?, arrived_at = ?, round = round + 1,
              fence = fence + 1, holder = null, lease_until = null, outcome = null,
              decided_at = null, referred_by = null, confirmed_by = null,
              score = ?, revision = ?, departement = ?, language = ?, signals = ?, rules = ?,
              assessment = ?::json, words = searchable(?), tokens = ?,
              sealed_with = ?, advertiser = ?, template = ?,
              gone_at = case when gone_at < ? then null else gone_at end
            where ad_id = ? and (status in ('DECIDED', 'WITHDRAWN')) = ?\
            """)
        .params(
            Stream.of(
                    Stream.of(assessment.queue().name(), Timestamp.from(at), arrived()),
                    ItemColumns.of(assessment),
                    Stream.of(Timestamp.from(assessment.observedAt()), assessment.adId(), closed))
                .flatMap(values -> values)
                .toList())
        .update();
  }

  private void withdraw(Assessment assessment) {
    sql.sql("delete from contact_openings o using items i where o.item_id = i.id and i.ad_id = ?")
        .param(assessment.adId())
        .update();
    sql.sql(
            """
            update items set status = 'WITHDRAWN', assessment = null, words = null,
              tokens = '{}', sealed_with = '{}', advertiser = null, template = null, revision = ?,
              fence = fence + 1, holder = null, lease_until = null
            where ad_id = ?\
            """)
        .params(assessment.revision(), assessment.adId())
        .update();
  }

  private void count(List<Arrived<Assessment>> batch) {
    record Key(String site, Queue queue) {}
    var counts = new HashMap<Key, long[]>();
    for (var arrived : batch) {
      var assessment = arrived.event();
      if (assessment != null) {
        int column = assessment.revision() <= 1 ? 0 : 1;
        counts
            .computeIfAbsent(new Key(assessment.siteId(), assessment.queue()), key -> new long[2])[
            column]++;
      }
    }
    counts.forEach((key, count) ->
        sql.sql(
                """
                insert into assessed_counts (site_id, queue, ads, again) values (?, ?, ?, ?)
                on conflict (site_id, queue) do update
                set ads = assessed_counts.ads + excluded.ads,
                  again = assessed_counts.again + excluded.again\
                """)
            .params(key.site(), key.queue().name(), count[0], count[1])
            .update());
  }
}
