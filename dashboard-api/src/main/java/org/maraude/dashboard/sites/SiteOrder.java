package org.maraude.dashboard.sites;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.SiteStatus;

/**
 * What somebody ordered.
 *
 * @param siteId {@link CrawlControl#ALL_SITES} for every site
 * @param by the user's name
 * @param at when it was given; it reaches the crawler within a second while Kafka is there
 */
public record SiteOrder(
    UUID id,
    String siteId,
    CrawlControl.Order order,
    OrderReason reason,
    String note,
    String by,
    Instant at) {

  /** An order that lacks something. The code names what. */
  public static final class InvalidOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    InvalidOrderException(String code, String message) {
      super(message);
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private static final int LONGEST_NOTE = 500;

  /** Whether the crawler has done it, as far as a site's status tells. */
  boolean obeyed(SiteStatus.State state, SiteStatus.@Nullable Cause cause) {
    boolean byAll = cause == SiteStatus.Cause.ORDER_FOR_ALL;
    boolean forAll = siteId.equals(CrawlControl.ALL_SITES);
    return switch (order) {
      case PAUSE -> state == SiteStatus.State.PAUSED;
      case RESUME -> state != SiteStatus.State.PAUSED || byAll != forAll;
    };
  }

  /**
   * The reason of an order, checked.
   *
   * @throws InvalidOrderException when something is missing
   */
  static OrderReason checked(@Nullable OrderReason reason, String note) {
    if (reason == null) {
      throw new InvalidOrderException("reason-missing", "the field 'reason' is missing");
    }
    if (reason == OrderReason.OTHER && note.isBlank()) {
      throw new InvalidOrderException("note-missing", "the reason OTHER needs a note");
    }
    if (note.length() > LONGEST_NOTE) {
      throw new InvalidOrderException(
          "note-too-long", "a note has %d characters at most".formatted(LONGEST_NOTE));
    }
    return reason;
  }
}
