package org.maraude.dashboard.review;

import java.util.Locale;
import java.util.Optional;
import org.maraude.events.assessment.Queue;

/** The queues that people read. The minor queue comes first, always. */
public enum QueueKind {
  MINOR,
  ADULT;

  /** As it stands in paths. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<QueueKind> ofPath(String path) {
    for (QueueKind kind : values()) {
      if (kind.path().equals(path)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Where an assessment belongs, if anywhere. */
  public static Optional<QueueKind> of(Queue queue) {
    return switch (queue) {
      case NONE -> Optional.empty();
      case ADULT -> Optional.of(ADULT);
      case MINOR -> Optional.of(MINOR);
    };
  }
}
