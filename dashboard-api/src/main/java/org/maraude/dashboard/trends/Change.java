package org.maraude.dashboard.trends;

import org.jspecify.annotations.Nullable;

/** How much a count differs from the one of the same weekdays earlier. */
final class Change {

  private static final double PERCENT = 100;

  private Change() {}

  /**
   * In percent of the earlier count; null where it would say nothing or too much: one of the two is
   * hidden or nought, was badly watched, counted afterwards, or is not over.
   */
  static @Nullable Double percent(VolumeTable table, VolumeTable.Line line, int i) {
    if (line.earlier().isEmpty()
        || table.periods().get(i).remark() != Period.Remark.NONE
        || table.earlier().get(i).remark() == Period.Remark.LOW
        || table.earlier().get(i).remark() == Period.Remark.AFTERWARDS) {
      return null;
    }
    var now = line.cells().get(i).count();
    var before = line.earlier().get(i).count();
    return now == null || before == null || before == 0
        ? null
        : Double.valueOf(PERCENT * (now - before) / before);
  }
}
