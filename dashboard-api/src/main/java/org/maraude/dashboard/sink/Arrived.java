package org.maraude.dashboard.sink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from a topic.
 *
 * @param event null when the key was deleted
 * @param at the record's timestamp
 */
record Arrived<T>(String key, @Nullable T event, Instant at) {}
