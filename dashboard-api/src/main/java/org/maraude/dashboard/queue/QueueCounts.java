package org.maraude.dashboard.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits.
 *
 * @param minorWaiting undecided, claimed ones included
 * @param adultWaiting undecided, claimed ones included
 * @param minorMine of them, held by the reader
 * @param adultMine of them, held by the reader
 * @param minorOldest the earliest flag; null when nothing waits
 * @param adultOldest the earliest flag; null when nothing waits
 */
public record QueueCounts(
    long minorWaiting,
    long adultWaiting,
    long minorMine,
    long adultMine,
    @Nullable Instant minorOldest,
    @Nullable Instant adultOldest) {}
