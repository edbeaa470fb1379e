package org.maraude.dashboard.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a queue. It holds no ad text: that is read on the item's page only, where reading is
 * logged.
 *
 * @param flaggedAt since when it waits
 * @param waiting the time since then
 * @param score in log-odds
 * @param departement the official code; null when the ad names none
 * @param signals the indicators that spoke, strongest first
 * @param gone whether the ad has left its site
 */
public record QueueRow(
    UUID id,
    String adId,
    ItemStatus status,
    Instant flaggedAt,
    Duration waiting,
    double score,
    String siteId,
    @Nullable String departement,
    String language,
    List<String> signals,
    boolean gone,
    ClaimState claim) {}
