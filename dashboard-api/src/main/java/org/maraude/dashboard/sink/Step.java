package org.maraude.dashboard.sink;

import java.util.Optional;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.events.assessment.Queue;

/** What an assessment does to the item of its ad. */
enum Step {
  /** It is older than what is stored, or the same. */
  IGNORE,
  /** It concerns no queue: only its revision is noted where an item is known. */
  NOTE,
  /** A new item waits. */
  CREATE,
  /** An undecided item shows the newer text and signs. */
  REFRESH,
  /** An undecided item moves to the minor queue; a claim on it ends. */
  RISE,
  /** What was decided or withdrawn comes back as a new round. */
  REOPEN,
  /** Nobody has looked yet, and too little speaks for it now: the text goes. */
  WITHDRAW;

  /** How an item stands when an assessment arrives. */
  enum Standing {
    WAITING,
    /** Somebody reads it, or one opinion is given. */
    IN_HAND,
    DECIDED,
    WITHDRAWN
  }

  /** The stored item. */
  record Known(QueueKind queue, Standing standing, int revision) {}

  /**
   * Decides. A machine never takes from people what they may still have to read: a minor item stays
   * in its queue whatever later assessments say, a decision stays unless the ad rises, and what
   * somebody has in hand is not taken away.
   */
  static Step of(Optional<Known> item, Queue assessed, int revision) {
    if (item.isEmpty()) {
      return assessed == Queue.NONE ? NOTE : CREATE;
    }
    var known = item.get();
    if (revision <= known.revision()) {
      return IGNORE;
    }
    boolean rises = assessed == Queue.MINOR && known.queue() == QueueKind.ADULT;
    return switch (known.standing()) {
      case DECIDED -> rises ? REOPEN : NOTE;
      case WITHDRAWN -> assessed == Queue.NONE ? NOTE : REOPEN;
      case IN_HAND -> rises ? RISE : REFRESH;
      case WAITING -> {
        if (rises) {
          yield RISE;
        }
        boolean nothingLeft = assessed == Queue.NONE && known.queue() == QueueKind.ADULT;
        yield nothingLeft ? WITHDRAW : REFRESH;
      }
    };
  }
}
