package org.maraude.analyzer.stream;

import java.time.Instant;
import org.maraude.events.Event;

/**
 * What the stream remembers of an ad: no text and no contact.
 *
 * @param contentHash of the content last assessed
 * @param ruleset the stamp it was assessed with
 * @param revision of the last assessment
 * @param observedAt of the content last assessed or read again
 */
record AdHistory(
    String contentHash, String ruleset, int revision, Instant observedAt, VolumeEntry volume)
    implements Event {

  /** The latest sighting, changed or not. */
  Instant lastSeenAt() {
    return volume.lastSeenAt().isAfter(observedAt) ? volume.lastSeenAt() : observedAt;
  }

  AdHistory with(VolumeEntry counted) {
    return new AdHistory(contentHash, ruleset, revision, observedAt, counted);
  }
}
