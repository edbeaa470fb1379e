package org.maraude.dashboard.exports.intruder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Level;
import org.maraude.dashboard.exports.table.Limit;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.exports.table.Spot;
import org.maraude.dashboard.exports.table.Sum;

/** Attacks on the exact table: subtraction, bounds, differences, overlaps, homogeneity. */
class ProtectionTest {

  private static final int ROWS = 13;
  private static final int COLUMNS = 6;
  private static final Quarter QUARTER = new Quarter(2026, 1);

  private static Spot cell(int row, int column) {
    return new Spot(Grid.REGIONS, Level.REGION, "%02d".formatted(row), "m" + column);
  }

  private static Spot rowTotal(int row) {
    return new Spot(Grid.REGIONS, Level.REGION, "%02d".formatted(row), "all");
  }

  private static Spot columnTotal(int column) {
    return new Spot(Grid.REGIONS, Level.COUNTRY, "FR", "m" + column);
  }

  private static List<Sum> sums(int rows, int columns) {
    var sums = new ArrayList<Sum>();
    var rowTotals = new ArrayList<Spot>();
    var columnTotals = new ArrayList<Spot>();
    for (int r = 0; r < rows; r++) {
      var parts = new ArrayList<Spot>();
      for (int c = 0; c < columns; c++) {
        parts.add(cell(r, c));
      }
      sums.add(new Sum(rowTotal(r), parts));
      rowTotals.add(rowTotal(r));
    }
    for (int c = 0; c < columns; c++) {
      var parts = new ArrayList<Spot>();
      for (int r = 0; r < rows; r++) {
        parts.add(cell(r, c));
      }
      sums.add(new Sum(columnTotal(c), parts));
      columnTotals.add(columnTotal(c));
    }
    var all = new Spot(Grid.REGIONS, Level.COUNTRY, "FR", "all");
    sums.add(new Sum(all, rowTotals));
    sums.add(new Sum(all, columnTotals));
    return sums;
  }

  /** Regions of very different size and months of nearly the same, as ads are. */
  private static SortedMap<Spot, Long> table(Random random) {
    var cells = new TreeMap<Spot, Long>();
    for (int r = 0; r < ROWS; r++) {
      double size = Math.exp(2.5 + 2.0 * random.nextDouble());
      for (int c = 0; c < COLUMNS; c++) {
        cells.put(cell(r, c), Math.round(size * (0.6 + 0.8 * random.nextDouble())));
      }
    }
    return cells;
  }

  private static Knowledge bare(SortedMap<Spot, Long> cells, List<Sum> sums) {
    var values = Protection.withTotals(cells, sums);
    var shown = new HashMap<>(values);
    shown.keySet().removeAll(Protection.small(values));
    return new Knowledge(shown, sums, List.of());
  }

  @Test
  void noneOfAHundredTablesLosesACellThatAThresholdAloneWouldLose() {
    var random = new Random(20260301);
    var sums = sums(ROWS, COLUMNS);
    long small = 0;
    long subtracted = 0;
    long bounded = 0;
    long hidden = 0;
    long recovered = 0;
    long narrow = 0;
    long shown = 0;
    for (int i = 0; i < 100; i++) {
      var cells = table(random);
      var bare = bare(cells, sums);
      small += bare.hidden().size();
      subtracted += Subtraction.of(bare).size();
      bounded += new Intruder(bare).intervals().values().stream().filter(Interval::known).count();

      var safe = Protection.of(cells, sums, List.of(), Knowledge.NONE);
      var knowledge = new Knowledge(safe.shown(), sums, List.of());
      hidden += safe.hidden().size();
      shown += safe.shown().size();
      recovered += Subtraction.of(knowledge).size();
      narrow += new Intruder(knowledge).closed(Protection.K).size();
      recovered +=
          new Intruder(knowledge).closed(1).values().stream().filter(Interval::known).count();
      assertThat(safe.closed()).isEmpty();
    }
    System.out.printf(
        "100 tables of %d x %d with totals. Threshold alone: %d hidden, %.0f %% recovered by"
            + " subtraction, %.0f %% by linear programmes. Protected: %d hidden of %d, %d recovered,"
            + " %d within less than %d%n",
        ROWS,
        COLUMNS,
        small,
        100.0 * subtracted / small,
        100.0 * bounded / small,
        hidden,
        hidden + shown,
        recovered,
        narrow,
        Protection.K);
    assertThat(small).as("there was something to hide").isGreaterThan(150);
    assertThat((double) bounded / small).as("the attack is one").isGreaterThan(0.5);
    assertThat(recovered).isZero();
    assertThat(narrow).isZero();
  }

  @Test
  void theBoundsAreThoseThatTheShuttleAlgorithmFindsInAPublishedStyleTable() {
    // 2 x 2, all totals known: the classic Frechet bounds max(0, r + c - n) and min(r, c).
    var sums = sums(2, 2);
    var shown =
        Map.of(
            rowTotal(0),
            30L,
            rowTotal(1),
            70L,
            columnTotal(0),
            80L,
            columnTotal(1),
            20L,
            new Spot(Grid.REGIONS, Level.COUNTRY, "FR", "all"),
            100L);
    var bounds = new Intruder(new Knowledge(shown, sums, List.of())).intervals();
    assertThat(bounds.get(cell(0, 0))).isEqualTo(new Interval(10, 30));
    assertThat(bounds.get(cell(0, 1))).isEqualTo(new Interval(0, 20));
    assertThat(bounds.get(cell(1, 0))).isEqualTo(new Interval(50, 70));
    assertThat(bounds.get(cell(1, 1))).isEqualTo(new Interval(0, 20));
  }

  @Test
  void twoHiddenCountsWhoseSumIsSmallAreNotProtectedByEachOther() {
    var cells = new TreeMap<Spot, Long>();
    for (int r = 0; r < 4; r++) {
      for (int c = 0; c < 4; c++) {
        cells.put(cell(r, c), 60L + 7 * r + c);
      }
    }
    cells.put(cell(0, 0), 2L);
    cells.put(cell(0, 1), 1L);
    cells.put(cell(1, 0), 3L);
    cells.put(cell(1, 1), 2L);
    var sums = sums(4, 4);
    assertThat(Subtraction.of(bare(cells, sums))).as("pen and paper find nothing").isEmpty();
    assertThat(new Intruder(bare(cells, sums)).closed(Protection.K))
        .as("but no hidden one is over five")
        .hasSize(4);
    var safe = Protection.of(cells, sums, List.of(), Knowledge.NONE);
    assertThat(safe.closed()).isEmpty();
    assertThat(safe.hidden().size()).isGreaterThan(4);
  }

  @Test
  void aRowWhoseOthersAreEmptyDoesNotTellWhereEverybodyIs() {
    var cells = new TreeMap<Spot, Long>();
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        cells.put(cell(r, c), r == 0 ? (c == 1 ? 40L : 0L) : 50L + r + c);
      }
    }
    var sums = sums(3, 3);
    var safe = Protection.of(cells, sums, List.of(), Knowledge.NONE);
    assertThat(safe.closed()).isEmpty();
    assertThat(safe.hidden()).contains(cell(0, 0), cell(0, 2));
    var bounds = new Intruder(new Knowledge(safe.shown(), sums, List.of())).intervals();
    assertThat(Objects.requireNonNull(bounds.get(cell(0, 0))).high())
        .as("a nought is not known to be one")
        .isPositive();
  }

  @Test
  void theDifferenceOfTwoCumulativeTablesWouldBeNoticed() {
    // Until March and until April: the month in between is a difference of what both show.
    var march = new ArrayList<Spot>();
    var april = new ArrayList<Spot>();
    for (int r = 0; r < 3; r++) {
      march.add(new Spot(Grid.REGIONS, Level.REGION, "0" + r, "until-march"));
      april.add(new Spot(Grid.REGIONS, Level.REGION, "0" + r, "april"));
    }
    var sums = new ArrayList<Sum>();
    var shown = new HashMap<Spot, Long>();
    for (int r = 0; r < 3; r++) {
      var until = new Spot(Grid.REGIONS, Level.REGION, "0" + r, "until-april");
      sums.add(new Sum(until, List.of(march.get(r), april.get(r))));
      shown.put(march.get(r), 40L);
      shown.put(until, 44L);
    }
    var found = new Intruder(new Knowledge(shown, sums, List.of())).closed(Protection.K);
    assertThat(found.keySet()).containsAll(april);
    assertThat(found.values()).allMatch(interval -> interval.equals(new Interval(4, 4)));
  }

  @Test
  void overlappingAreasOfTheTwoGridsAreReadTogether() {
    var areas = new Areas(Map.of("971", "01", "972", "02", "01", "84", "03", "84"), Map.of());
    var limits = Limit.of(QUARTER, areas);
    var departements = new TreeMap<Spot, Long>();
    Grid.DEPARTEMENTS.cells(QUARTER, areas).forEach(spot -> departements.put(spot, 60L));
    var hiddenOne = Grid.DEPARTEMENTS.where("971", "", QUARTER, areas);
    departements.put(hiddenOne, 5L);
    var first =
        Protection.of(departements, Grid.DEPARTEMENTS.sums(QUARTER, areas), limits, Knowledge.NONE);
    assertThat(first.hidden()).contains(hiddenOne);
    var earlier = new Knowledge(first.shown(), Grid.DEPARTEMENTS.sums(QUARTER, areas), limits);

    // A region of one department: its months bound the quarter from below and above.
    var months = new TreeMap<Spot, Long>();
    Grid.REGIONS.cells(QUARTER, areas).forEach(spot -> months.put(spot, 50L));
    QUARTER
        .months()
        .forEach(
            month -> months.put(Grid.REGIONS.where("971", month.toString(), QUARTER, areas), 5L));
    var sums = Grid.REGIONS.sums(QUARTER, areas);
    var second = Protection.of(months, sums, limits, earlier);
    assertThat(second.closed()).isEmpty();
    var all = earlier.and(new Knowledge(second.shown(), sums, limits));
    assertThat(new Intruder(all).closed(Protection.K)).isEmpty();
    var careless = new HashMap<>(Protection.withTotals(months, sums));
    var both = earlier.and(new Knowledge(careless, sums, limits));
    assertThat(new Intruder(both).closed(Protection.K))
        .as("shown whole, the months would tell of the hidden quarter")
        .containsKey(hiddenOne);
  }

  @Test
  void whatEarlierTablesGaveAwayFailsWhateverIsHidden() {
    var sums = sums(2, 2);
    var leaking = new HashMap<Spot, Long>();
    var beside = new Spot(Grid.DEPARTEMENTS, Level.REGION, "00", "x");
    var closedOne = new Spot(Grid.DEPARTEMENTS, Level.DEPARTEMENT, "00", "x");
    leaking.put(beside, 3L);
    var earlier = new Knowledge(leaking, List.of(new Sum(beside, List.of(closedOne))), List.of());
    var cells = new TreeMap<Spot, Long>();
    for (int r = 0; r < 2; r++) {
      for (int c = 0; c < 2; c++) {
        cells.put(cell(r, c), 50L);
      }
    }
    var safe = Protection.of(cells, sums, List.of(), earlier);
    assertThat(safe.closed().keySet()).isEqualTo(new HashSet<>(List.of(closedOne)));
  }
}
