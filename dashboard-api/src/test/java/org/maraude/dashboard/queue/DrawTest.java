package org.maraude.dashboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DrawTest {

  private static final int ITEMS = 100_000;

  private static Set<Integer> drawn(byte first, int round) {
    var key = new byte[32];
    key[0] = first;
    var draw = Draw.by(key);
    var drawn = new HashSet<Integer>();
    for (int i = 0; i < ITEMS; i++) {
      if (draw.takes(new UUID(i, 1), round)) {
        drawn.add(i);
      }
    }
    return drawn;
  }

  @Test
  void oneInTwentyIsDrawnTheSameByTheSameKeyAndOthersByAnother() {
    var drawn = drawn((byte) 0, 1);
    // Five standard deviations of a fair draw.
    assertThat(drawn.size()).isBetween(4_655, 5_345);
    assertThat(drawn((byte) 0, 1)).isEqualTo(drawn);
    var other = drawn((byte) 1, 1);
    other.retainAll(drawn);
    assertThat(other.size()).as("drawn by both keys").isBetween(170, 330);
    var again = drawn((byte) 0, 2);
    again.retainAll(drawn);
    assertThat(again.size()).as("drawn in both rounds").isBetween(170, 330);
  }
}
