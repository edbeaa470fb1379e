package org.maraude.dashboard.linked;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where linked ads stood in time, laid out for a drawing: a line for each department, a dot for
 * each ad. The table of the ads beside it says the same.
 *
 * @param height of the drawing, its width is {@value #WIDTH}
 */
public record PlaceLine(List<Row> rows, int height) {

  public static final int WIDTH = 480;
  private static final int LABEL = 60;
  private static final int MARGIN = 10;
  private static final int STEP = 26;
  private static final int MOST_ROWS = 12;

  /** A department's line, at a height. */
  public record Row(String departement, int y, List<Integer> dots) {}

  /** Lays them out; departments that are one too many for the drawing stand in the table only. */
  public static PlaceLine of(LinkedAds linked) {
    var first = linked.first();
    var last = linked.last();
    if (first == null || last == null) {
      return new PlaceLine(List.of(), 0);
    }
    long span = Math.max(1, Duration.between(first, last).toSeconds());
    var departements = linked.departements().stream().limit(MOST_ROWS).toList();
    var rows =
        IntStream.range(0, departements.size())
            .mapToObj(i ->
                new Row(
                    departements.get(i),
                    STEP * i + STEP / 2,
                    linked.ads().stream()
                        .filter(ad -> departements.get(i).equals(ad.departement()))
                        .map(ad -> Duration.between(first, ad.seen()).toSeconds())
                        .map(at -> LABEL + (int) ((WIDTH - LABEL - MARGIN) * at / span))
                        .toList()))
            .toList();
    return new PlaceLine(rows, STEP * rows.size());
  }
}
