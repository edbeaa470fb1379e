package org.maraude.dashboard.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.review.Meanwhile;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.review.Reversal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes several items of the adult queue by one decision: first shown, then confirmed, then done
 * item by item, each under a fence and in a transaction of its own. What happened meanwhile to one
 * of them keeps none of the others.
 */
public final class Bulks {

  private final TransactionTemplate transaction;
  private final BulkRows rows;
  private final ItemRows items;
  private final Lookups lookups;
  private final Queues queues;
  private final Claims claims;
  private final Decisions decisions;
  private final Reversals reversals;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Bulks(
      JdbcClient sql,
      TransactionTemplate transaction,
      Queues queues,
      Claims claims,
      Decisions decisions,
      Reversals reversals,
      Clock clock,
      Supplier<UUID> ids) {
    this.transaction = transaction;
    this.rows = new BulkRows(sql);
    this.items = new ItemRows(sql);
    this.lookups = new Lookups(sql);
    this.queues = queues;
    this.claims = claims;
    this.decisions = decisions;
    this.reversals = reversals;
    this.clock = clock;
    this.ids = ids;
  }

  /** The first open items that a search finds, as many as a bulk may have. */
  public List<UUID> found(QueueQuery query, Person person) {
    return queues.first(QueueKind.ADULT, query, person, BulkChoice.MOST);
  }

  /** What a choice would do now. */
  public BulkPreview preview(BulkChoice choice, Person person) {
    var now = clock.instant();
    var known = rows.items(choice.items(), person);
    var lines =
        choice.items().stream()
            .map(id -> {
              var item = known.get(id);
              return item == null || !ItemRows.maySee(person, item.queue())
                  ? BulkPreview.Line.missing(id)
                  : line(item, person, now);
            })
            .toList();
    return BulkPreview.of(choice, lines, person);
  }

  private static BulkPreview.Line line(StoredItem item, Person person, Instant now) {
    var refused = BulkRefusal.of(item, person, now).orElse(null);
    return new BulkPreview.Line(
        item.id(),
        item.adId(),
        refused,
        refused == BulkRefusal.HELD_BY_ANOTHER ? item.holderName() : null,
        item.fence(),
        item.revision());
  }

  /**
   * Does what a preview showed.
   *
   * @param fingerprint the preview's
   * @param key the same key with the same fingerprint gives the first bulk again
   * @return the bulk's id
   * @throws PreviewChangedException when anything is no longer as it was shown; nothing is changed
   * @throws KeyReusedException when the key stood with another fingerprint
   */
  public UUID confirm(BulkChoice choice, String fingerprint, Person person, @Nullable String key) {
    var earlier = key == null ? null : rows.byKey(person, key).orElse(null);
    if (earlier != null) {
      if (!earlier.fingerprint().equals(fingerprint)) {
        throw new KeyReusedException();
      }
      return earlier.id();
    }
    var preview = preview(choice, person);
    if (!preview.fingerprint().equals(fingerprint)) {
      throw new PreviewChangedException(preview);
    }
    var id = ids.get();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transaction.executeWithoutResult(status -> rows.insert(id, preview, person, key, now));
    for (var line : preview.accepted()) {
      decide(id, line, choice, person);
    }
    return id;
  }

  private void decide(UUID bulk, BulkPreview.Line line, BulkChoice choice, Person person) {
    try {
      transaction.executeWithoutResult(status -> {
        var item = items.lock(line.id(), person);
        boolean same = item.fence() == line.fence() && item.revision() == line.revision();
        var refused =
            BulkRefusal.of(item, person, clock.instant()).orElse(same ? null : BulkRefusal.CHANGED);
        if (refused != null) {
          rows.refuse(bulk, item.id(), refused);
          return;
        }
        var claim = claims.one(item.id(), person);
        var answer = decisions.decide(item.id(), person, choice.under(claim.fence()), null);
        rows.decided(bulk, answer.id());
      });
    } catch (ConflictException e) {
      rows.refuse(bulk, line.id(), BulkRefusal.CHANGED);
    } catch (NoSuchItemException e) {
      // Erased meanwhile, and its line with it.
    }
  }

  /**
   * What became of a bulk.
   *
   * @throws NoSuchBulkException when there is none, or it is another person's and the reader does
   *     not answer for the team, or reaches none of its items
   */
  public BulkResult read(UUID id, Person reader) {
    var bulk = find(id, reader);
    var lines = rows.lines(id, reader);
    lookups.shown(reader, lines.stream().map(BulkResult.Line::itemId).toList());
    boolean may = mayUndo(bulk, reader, clock.instant());
    var result = new BulkResult(id, bulk.byName(), bulk.outcome(), bulk.madeAt(), may, lines);
    return result.decided() > 0
        ? result
        : new BulkResult(id, bulk.byName(), bulk.outcome(), bulk.madeAt(), false, lines);
  }

  /**
   * Takes all back that stands of a bulk and was not judged anew since. The items are open again,
   * in nobody's hands.
   *
   * @return how many were taken back
   * @throws NoSuchBulkException as {@link #read}
   * @throws ConflictException when the person may not, or no longer
   */
  public int undo(UUID id, Person person) {
    var bulk = find(id, person);
    if (!mayUndo(bulk, person, clock.instant())) {
      throw new ConflictException(Meanwhile.NOTHING_TO_TAKE_BACK, null);
    }
    int taken = 0;
    for (var standing : rows.standing(id, person).entrySet()) {
      taken += reversals.release(standing.getKey(), standing.getValue(), person) ? 1 : 0;
    }
    return taken;
  }

  private BulkRows.Stored find(UUID id, Person reader) {
    return rows.find(id)
        .filter(bulk ->
            bulk.by().equals(reader.id())
                || reader.may(Permission.REVERSE_DECISIONS) && !rows.lines(id, reader).isEmpty())
        .orElseThrow(NoSuchBulkException::new);
  }

  private static boolean mayUndo(BulkRows.Stored bulk, Person person, Instant now) {
    boolean own =
        bulk.by().equals(person.id()) && now.isBefore(bulk.madeAt().plus(Reversal.WITHIN));
    return own || person.may(Permission.REVERSE_DECISIONS);
  }
}
