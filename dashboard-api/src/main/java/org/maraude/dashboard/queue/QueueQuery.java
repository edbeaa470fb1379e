package org.maraude.dashboard.queue;

import org.jspecify.annotations.Nullable;

/**
 * What to list.
 *
 * @param status null for all that is undecided
 * @param departement official code
 * @param rule a rule's or an indicator's id
 * @param cursor where the page before ended
 */
public record QueueQuery(
    @Nullable ItemStatus status,
    @Nullable String departement,
    @Nullable String rule,
    @Nullable String cursor) {

  public static final QueueQuery EVERYTHING_OPEN = new QueueQuery(null, null, null, null);
}
