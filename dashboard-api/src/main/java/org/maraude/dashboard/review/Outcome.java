package org.maraude.dashboard.review;

import org.maraude.events.review.ReviewDecided;

/** What a person may decide about an item. */
public enum Outcome {
  CONTACT_IN_ROUND,
  REFER,
  NO_CONCERN,
  DUPLICATE,
  CANNOT_SAY;

  /** As it is told to the streams. */
  public ReviewDecided.Outcome told() {
    return switch (this) {
      case CONTACT_IN_ROUND -> ReviewDecided.Outcome.CONTACT_IN_ROUND;
      case REFER -> ReviewDecided.Outcome.REFER;
      case NO_CONCERN -> ReviewDecided.Outcome.NO_CONCERN;
      case DUPLICATE -> ReviewDecided.Outcome.DUPLICATE;
      case CANNOT_SAY -> ReviewDecided.Outcome.CANNOT_SAY;
    };
  }
}
