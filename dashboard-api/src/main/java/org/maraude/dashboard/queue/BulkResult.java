package org.maraude.dashboard.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Outcome;

/**
 * What became of a bulk.
 *
 * @param by a user's name
 * @param undoable whether the reader may take all of it back now
 * @param lines one for each chosen item that still exists
 */
public record BulkResult(
    UUID id, String by, Outcome outcome, Instant madeAt, boolean undoable, List<Line> lines) {

  /** Where an item of it stands. */
  public enum State {
    DECIDED,
    TAKEN_BACK,
    REFUSED,
    /** The program stopped before it came to it. */
    NOT_REACHED
  }

  /**
   * One item.
   *
   * @param refused why, when it was
   */
  public record Line(UUID itemId, String adId, State state, @Nullable BulkRefusal refused) {}

  /** How many decisions of it stand. */
  public long decided() {
    return lines.stream().filter(line -> line.state() == State.DECIDED).count();
  }
}
