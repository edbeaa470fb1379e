package org.maraude.analyzer.stream;

import org.jspecify.annotations.Nullable;
import org.maraude.events.volume.AdVolume;

/** What comes of a record. */
sealed interface Outcome {

  /** An assessment as it is published. */
  record Assessed(byte[] json) implements Outcome {}

  /** A change of the counts. */
  record Counted(AdVolume change) implements Outcome {}

  /** A record that cannot be taken, as it came; the reason stands in its headers. */
  record Refused(byte @Nullable [] value) implements Outcome {}
}
