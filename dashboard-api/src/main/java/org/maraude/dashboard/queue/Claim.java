package org.maraude.dashboard.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * A hold on one item.
 *
 * @param fence to be sent with the decision
 * @param leaseEnd when others may claim it
 */
public record Claim(UUID itemId, long fence, Instant leaseEnd) {}
