package org.maraude.crawler.frontier;

import java.time.Instant;
import org.maraude.events.Event;

/**
 * What was last published of an ad.
 *
 * @param url where it stands
 * @param observedAt of what was published or last found the same
 */
record AdState(String url, String contentHash, Instant firstSeen, Instant observedAt)
    implements Event {}
