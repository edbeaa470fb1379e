package org.maraude.dashboard.queue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.paging.BadQueryException;

/**
 * What to list.
 *
 * @param status null for all that is undecided
 * @param departement official code
 * @param rule a rule's or an indicator's id
 * @param from flagged on this day or later, in UTC
 * @param to flagged on this day or earlier, in UTC
 * @param words of the masked text, all of them; {@code "in quotes"} one after the other, {@code
 *     -not} this one
 * @param cursor where the page before ended
 */
public record QueueQuery(
    @Nullable ItemStatus status,
    @Nullable String departement,
    @Nullable String rule,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String words,
    @Nullable String cursor) {

  public static final QueueQuery EVERYTHING_OPEN = of(null);

  private static final int LONGEST_WORDS = 200;

  /**
   * @throws BadQueryException when the words are too many
   */
  public QueueQuery {
    departement = asked(departement);
    rule = asked(rule);
    words = asked(words);
    cursor = asked(cursor);
    if (words != null && words.length() > LONGEST_WORDS) {
      throw new BadQueryException("q", null);
    }
  }

  private static @Nullable String asked(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** All of one status. */
  public static QueueQuery of(@Nullable ItemStatus status) {
    return new QueueQuery(status, null, null, null, null, null, null);
  }

  /** Whether it asks for what an item holds and not only for where it stands. */
  boolean content() {
    return rule != null || words != null;
  }

  /** Whether anything but the queue's own order was asked for. */
  public boolean filtered() {
    return status != null
        || departement != null
        || rule != null
        || from != null
        || to != null
        || words != null;
  }
}
