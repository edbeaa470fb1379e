package org.maraude.analyzer.links.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShinglesTest {

  private static Shingles random(Random random, int size, int shared) {
    return Shingles.ofHashes(
        IntStream.concat(IntStream.range(0, shared), random.ints(size - shared)).toArray());
  }

  @Test
  void jaccardIsThatOfTheSets() {
    var random = new Random(3);
    for (int shared : new int[] {0, 10, 40, 80}) {
      var one = random(random, 80, shared);
      var other = random(random, 80, shared);
      var all = new HashSet<Integer>();
      var both = new HashSet<Integer>();
      Arrays.stream(one.hashes()).forEach(all::add);
      Arrays.stream(other.hashes()).filter(hash -> !all.add(hash)).forEach(both::add);
      assertThat(one.jaccard(other))
          .isCloseTo((double) both.size() / all.size(), within(1e-9))
          .isEqualTo(other.jaccard(one));
    }
  }

  @Test
  void aVeryLongTextIsComparedByAFairSample() {
    var random = new Random(5);
    int[] common = random.ints(6_000).toArray();
    var one =
        Shingles.ofHashes(IntStream.concat(Arrays.stream(common), random.ints(2_000)).toArray());
    var other =
        Shingles.ofHashes(IntStream.concat(Arrays.stream(common), random.ints(2_000)).toArray());
    assertThat(one.size()).isEqualTo(Shingles.MOST);
    assertThat(one.jaccard(other)).isCloseTo(0.6, within(0.08));
  }

  @Test
  void textsThatAreAlikeMeetUnderABandAndOthersDoNot() {
    var random = new Random(11);
    assertThat(meeting(random, 82)).as("of 200 pairs at 70 %%").isGreaterThan(190);
    assertThat(meeting(random, 20)).as("of 200 pairs at 11 %%").isLessThan(10);
  }

  private static int meeting(Random random, int shared) {
    int meeting = 0;
    for (int pair = 0; pair < 200; pair++) {
      int[] common = random.ints(shared).toArray();
      var one = with(common, random, 100 - shared);
      var other = with(common, random, 100 - shared);
      var keys = new HashSet<Long>();
      for (long key : Bands.of(one)) {
        keys.add(key);
      }
      meeting += Arrays.stream(Bands.of(other)).anyMatch(keys::contains) ? 1 : 0;
    }
    return meeting;
  }

  private static Shingles with(int[] common, Random random, int own) {
    return Shingles.ofHashes(IntStream.concat(Arrays.stream(common), random.ints(own)).toArray());
  }

  @Test
  void oneWordRepeatedIsTooLittleToCompare() {
    var words = TemplateWords.of("bonjour ".repeat(20_000), List.of());
    assertThat(Shingles.of(words).suffice()).isFalse();
    assertThat(Shingles.of(List.of()).suffice()).isFalse();
  }
}
