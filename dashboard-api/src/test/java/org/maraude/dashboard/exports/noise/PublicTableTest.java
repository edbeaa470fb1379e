package org.maraude.dashboard.exports.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Level;
import org.maraude.dashboard.exports.table.Row;
import org.maraude.dashboard.exports.table.Spot;

/** Attacks on the noisy table. */
class PublicTableTest {

  private static final byte[] KEY = "a key that only the tests have..".getBytes();
  private static final Epsilon ONE = new Epsilon(100);

  private static Spot spot(int i) {
    return new Spot(Grid.DEPARTEMENTS, Level.DEPARTEMENT, "%03d".formatted(i), "2026-Q1");
  }

  private static TreeMap<Spot, Long> counts(int cells, long each) {
    var counts = new TreeMap<Spot, Long>();
    for (int i = 0; i < cells; i++) {
      counts.put(spot(i), each);
    }
    return counts;
  }

  @Test
  void averagingRepeatsWinsNothing() {
    var counts = counts(100, 40);
    var first = PublicTable.of(counts, ONE, "print", KEY);
    for (int i = 0; i < 20; i++) {
      assertThat(PublicTable.of(counts, ONE, "print", KEY)).isEqualTo(first);
    }
  }

  @Test
  void twoTablesOfOtherCountsShareNoNoise() {
    var before = PublicTable.of(counts(400, 40), ONE, "before", KEY);
    var after = PublicTable.of(counts(400, 41), ONE, "after", KEY);
    var differences = new HashSet<Long>();
    for (int i = 0; i < 400; i++) {
      var one = before.rows().get(i).count();
      var other = after.rows().get(i).count();
      if (one != null && other != null) {
        differences.add(other - one);
      }
    }
    assertThat(differences).as("one erased advertiser is lost among these").hasSizeGreaterThan(3);
  }

  @Test
  void onePhoneWithTwoHundredAdsCountsInThreeCells() {
    var bound = new ContributionBound(KEY);
    var seen = new ArrayList<Spot>();
    for (int i = 0; i < 200; i++) {
      seen.add(spot(i));
    }
    var chosen = bound.of("group-1", seen);
    assertThat(chosen).hasSize(3);
    assertThat(bound.of("group-1", seen.reversed())).as("whatever the order").isEqualTo(chosen);
    assertThat(new ContributionBound(new byte[32]).of("group-1", seen))
        .as("nobody without the key can tell which")
        .isNotEqualTo(chosen);
    assertThat(bound.of("group-1", seen.subList(0, 2))).hasSize(2);
  }

  @Test
  void theChoiceFavoursNoCell() {
    var bound = new ContributionBound(KEY);
    var seen = new ArrayList<Spot>();
    for (int i = 0; i < 10; i++) {
      seen.add(spot(i));
    }
    var chosen = new HashMap<Spot, Integer>();
    for (int i = 0; i < 2000; i++) {
      bound.of("group-" + i, seen).forEach(spot -> chosen.merge(spot, 1, Integer::sum));
    }
    assertThat(chosen.values()).hasSize(10).allMatch(times -> times > 500 && times < 700);
  }

  @Test
  void onlyNoisyCountsOfElevenAndMoreAreShownInFives() {
    var random = new Random(5);
    var counts = new TreeMap<Spot, Long>();
    for (int i = 0; i < 500; i++) {
      counts.put(spot(i), (long) random.nextInt(60));
    }
    var table = PublicTable.of(counts, ONE, "print", KEY);
    assertThat(table.rows()).hasSize(500);
    var shown = table.rows().stream().map(Row::count).filter(java.util.Objects::nonNull).toList();
    assertThat(shown).isNotEmpty().allMatch(count -> count >= 10 && count % 5 == 0);
    assertThat(shown.size()).isLessThan(500);
    long within = 0;
    long all = 0;
    for (var row : table.rows()) {
      var count = row.count();
      long truth = counts.getOrDefault(row.spot(), 0L);
      if (count != null && truth > 25) {
        all++;
        within += Math.abs(count - truth) <= table.margin() ? 1 : 0;
      }
    }
    assertThat((double) within / all).isGreaterThan(0.93);
  }

  @Test
  void anEmptyCellAndASmallOneAreNotToldApartByBeingMissing() {
    var table = PublicTable.of(counts(2000, 0), ONE, "empty", KEY);
    var small = PublicTable.of(counts(2000, 1), ONE, "small", KEY);
    double shownEmpty = table.rows().stream().filter(row -> row.count() != null).count() / 2000.0;
    double shownSmall = small.rows().stream().filter(row -> row.count() != null).count() / 2000.0;
    assertThat(shownEmpty).isPositive();
    assertThat(shownSmall / shownEmpty).isBetween(0.5, 2 * Math.E);
  }
}
