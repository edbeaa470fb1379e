package org.maraude.dashboard.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.QueueKind;

/**
 * A search of the open items of a queue that somebody keeps.
 *
 * @param departement official code
 * @param rule a rule's or an indicator's id
 * @param words of the masked text, as in {@link QueueQuery}
 * @param lookedAt when its owner last opened it, or when it was saved
 * @param fresh how many open items it finds that came since; {@link #MANY} stands for as many and
 *     more
 */
public record SavedSearch(
    UUID id,
    String name,
    QueueKind queue,
    @Nullable String departement,
    @Nullable String rule,
    @Nullable String words,
    Instant lookedAt,
    int fresh) {

  /** Counting ends here. */
  public static final int MANY = 100;

  static final int LONGEST_NAME = 80;

  /** What it looks for. */
  public QueueQuery query() {
    return new QueueQuery(null, departement, rule, null, null, words, null);
  }

  /** Why a search cannot be kept. */
  public static final class InvalidSearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    InvalidSearchException(String code, String message) {
      super(message);
      this.code = code;
    }

    /** Stable, for pages and scripts. */
    public String code() {
      return code;
    }
  }
}
