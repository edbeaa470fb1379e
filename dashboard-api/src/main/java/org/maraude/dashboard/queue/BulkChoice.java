package org.maraude.dashboard.queue;

import java.util.List;
import java.util.UUID;
import org.maraude.dashboard.review.Choice;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.ReasonCode;

/**
 * Several items and one decision about each of them.
 *
 * @param items without repetition, in one order whatever order they came in
 * @param outcome one of {@link #HARMLESS}
 * @param reasons one at least
 * @param note may be empty; obligatory with {@link ReasonCode#OTHER}
 */
public record BulkChoice(List<UUID> items, Outcome outcome, List<ReasonCode> reasons, String note) {

  /** What nothing follows from. A contact or a referral is decided with the item before one. */
  public static final List<Outcome> HARMLESS =
      List.of(Outcome.NO_CONCERN, Outcome.DUPLICATE, Outcome.CANNOT_SAY);

  /** So many items at most: as many as a person can look through in a preview. */
  public static final int MOST = 200;

  /**
   * @throws Choice.InvalidChoiceException with what is wrong
   */
  public BulkChoice {
    items = items.stream().distinct().sorted().toList();
    if (items.isEmpty()) {
      throw new Choice.InvalidChoiceException("items-missing", "choose at least one item");
    }
    if (items.size() > MOST) {
      throw new Choice.InvalidChoiceException(
          "too-many-items", "a bulk has at most %d items".formatted(MOST));
    }
    if (!HARMLESS.contains(outcome)) {
      throw new Choice.InvalidChoiceException(
          "outcome-not-in-bulk", "only NO_CONCERN, DUPLICATE and CANNOT_SAY are decided in bulk");
    }
    var whole = new Choice(0, outcome, reasons, note);
    reasons = whole.reasons().stream().sorted().toList();
    note = whole.note();
  }

  /** The same decision about one of the items. */
  Choice under(long fence) {
    return new Choice(fence, outcome, reasons, note);
  }
}
