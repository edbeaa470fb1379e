package org.maraude.analyzer.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.assessment.Assessment;

/**
 * What the links have to know, on its way to the one task that keeps them: sealed contacts, no raw
 * text. Keyed by ad id, an erasure by the contact's token.
 *
 * @param partition it comes from
 * @param at when the ad was there, or when somebody objected
 * @param own the ad's assessment by itself; only where it was read
 */
record LinkNews(Kind kind, int partition, Instant at, @Nullable Assessment own) implements Event {

  /** What happened. */
  enum Kind {
    /** An ad was read. */
    READ,
    /** It was there, with nothing new to tell. */
    SEEN,
    /** Everything about a contact goes. */
    ERASED,
    /** Nothing waits in the partition; keyed by its number. */
    QUIET
  }

  static LinkNews read(int partition, Assessment own) {
    return new LinkNews(Kind.READ, partition, own.observedAt(), own);
  }

  static LinkNews seen(int partition, Instant at) {
    return new LinkNews(Kind.SEEN, partition, at, null);
  }

  static LinkNews erased(int partition, Instant at) {
    return new LinkNews(Kind.ERASED, partition, at, null);
  }

  static LinkNews quiet(int partition) {
    return new LinkNews(Kind.QUIET, partition, Instant.EPOCH, null);
  }
}
