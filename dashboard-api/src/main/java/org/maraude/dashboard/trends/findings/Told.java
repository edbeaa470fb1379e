package org.maraude.dashboard.trends.findings;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings in words.
 *
 * @param groups one for the total, or one a group, the largest first
 * @param caveats to be shown wherever the sentences are
 */
public record Told(List<Group> groups, List<String> caveats) {

  public Told {
    groups = List.copyOf(groups);
    caveats = List.copyOf(caveats);
  }

  /** One group's sentences. */
  public record Group(String group, String name, List<Sentence> sentences) {

    public Group {
      sentences = List.copyOf(sentences);
    }
  }

  /** What a sentence is about, so that a mark can stand beside it. */
  public enum Kind {
    /** A change that the interval does not explain away. */
    CLEAR,
    /** A change that may be chance. */
    UNCLEAR,
    /** A week that is not as usual. */
    ALARM,
    /** Nothing was found, or nothing can be said. */
    NOTHING
  }

  /**
   * One result.
   *
   * @param from first day it speaks of; null when it speaks of none
   * @param to last day
   * @param estimate a change (-0.26 is a fall of 26 %), or for an alarm the expected count
   * @param low of its interval
   * @param high of its interval
   */
  public record Sentence(
      Kind kind,
      String text,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Double estimate,
      @Nullable Double low,
      @Nullable Double high) {}
}
