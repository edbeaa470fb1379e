package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a table holds, read as somebody chose.
 *
 * @param lines what would be taken in; of no meaning while there are problems
 * @param leftOut lines of posts that are none of the campaign
 * @param problems the first of them, by line
 * @param more how many problems there are beyond those
 */
public record ImportReading(List<Line> lines, int leftOut, List<Problem> problems, int more) {

  public ImportReading {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /** Where a post stood on a day. */
  public record Line(UUID post, LocalDate day, Counts counts) {}

  /**
   * What is wrong where.
   *
   * @param line of the file, from 1
   * @param column its head, or empty where it is the whole line
   * @param code for the words
   * @param value what stands there, shortened; or what else to know
   */
  public record Problem(long line, String column, String code, String value) {}

  public boolean sound() {
    return problems.isEmpty();
  }
}
