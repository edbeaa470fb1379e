package org.maraude.dashboard.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a queue.
 *
 * @param next the cursor of the page that follows; null at the end
 */
public record QueueList(List<QueueRow> items, @Nullable String next) {}
