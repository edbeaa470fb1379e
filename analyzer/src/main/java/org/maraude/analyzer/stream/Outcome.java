package org.maraude.analyzer.stream;

import org.jspecify.annotations.Nullable;
import org.maraude.events.volume.AdVolume;

/** What comes of a record. */
sealed interface Outcome {

  /** {@link LinkNews} as it is sent. */
  record ForLinks(byte[] json) implements Outcome {}

  /** An assessment as it is published; null where what was published is void. */
  record Assessed(byte @Nullable [] json) implements Outcome {}

  /** An advertiser's id that ended, as it is published. */
  record Merged(byte[] json) implements Outcome {}

  /** A change of the counts. */
  record Counted(AdVolume change) implements Outcome {}

  /** A record that cannot be taken, as it came; the reason stands in its headers. */
  record Refused(byte @Nullable [] value) implements Outcome {}
}
