package org.maraude.dashboard.queue;

import java.time.Instant;
import java.util.UUID;
import org.maraude.dashboard.review.Outcome;

/**
 * What became of a decision.
 *
 * @param id of the decision
 * @param settled whether the item is decided; false while another person is to be heard
 */
public record DecisionAnswer(
    UUID id, UUID itemId, Outcome outcome, boolean settled, Instant decidedAt) {}
