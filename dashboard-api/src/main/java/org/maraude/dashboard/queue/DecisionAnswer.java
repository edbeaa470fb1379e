package org.maraude.dashboard.queue;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.maraude.dashboard.review.Outcome;

/**
 * What became of a decision. Serializable, for the next page finds it in the session's table.
 *
 * @param id of the decision
 * @param settled whether the item is decided; false while another person is to be heard
 */
public record DecisionAnswer(
    UUID id, UUID itemId, Outcome outcome, boolean settled, Instant decidedAt)
    implements Serializable {}
