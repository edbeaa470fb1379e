package org.maraude.benchmarks.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maraude.benchmarks.console.Deed.What;
import org.maraude.benchmarks.console.HistoryCheck.Kept;

class HistoryCheckTest {

  private static final UUID ITEM = new UUID(1, 1);
  private static final UUID DECISION = new UUID(2, 2);
  private static final UUID OTHER = new UUID(3, 3);

  private static final Deed CLAIM = new Deed(What.CLAIMED, ITEM, "a", 1, 1, 2, Deed.NONE);
  private static final Deed DECIDED = new Deed(What.DECIDED, ITEM, "a", 1, 3, 4, DECISION);
  private static final Kept KEPT = new Kept(DECISION, ITEM, "a", 1, true);

  private static List<String> faults(List<Deed> deeds, List<Kept> kept, Set<UUID> told) {
    return HistoryCheck.faults(Set.of(ITEM), deeds, kept, told);
  }

  @Test
  void aHistoryThatAgreesHasNoFault() {
    assertThat(faults(List.of(CLAIM, DECIDED), List.of(KEPT), Set.of(DECISION))).isEmpty();
  }

  @Test
  void anAcknowledgedDecisionThatIsNotKeptIsFound() {
    var other = new Kept(OTHER, ITEM, "b", 2, true);
    assertThat(faults(List.of(CLAIM, DECIDED), List.of(other), Set.of(OTHER)))
        .singleElement()
        .asString()
        .startsWith("lost although acknowledged");
    var changed = new Kept(DECISION, ITEM, "b", 1, true);
    assertThat(faults(List.of(CLAIM, DECIDED), List.of(changed), Set.of(DECISION)))
        .singleElement()
        .asString()
        .startsWith("kept otherwise");
  }

  @Test
  void anItemDecidedTwiceOrNeverIsFound() {
    var twice = new Kept(OTHER, ITEM, "b", 2, true);
    assertThat(faults(List.of(), List.of(KEPT, twice), Set.of(DECISION, OTHER)))
        .containsExactly("item " + ITEM + " is decided 2 times");
    assertThat(faults(List.of(), List.of(), Set.of()))
        .containsExactly("item " + ITEM + " is decided 0 times");
  }

  @Test
  void aLeaseHeldTwiceIsFound() {
    var meanwhile = new Deed(What.CLAIMED, ITEM, "b", 2, 3, 4, Deed.NONE);
    var later = new Deed(What.DECIDED, ITEM, "a", 1, 5, 6, DECISION);
    assertThat(faults(List.of(CLAIM, meanwhile, later), List.of(KEPT), Set.of(DECISION)))
        .singleElement()
        .asString()
        .startsWith("held twice");
    var again = new Deed(What.CLAIMED, ITEM, "a", 2, 3, 4, Deed.NONE);
    assertThat(faults(List.of(CLAIM, again, later), List.of(KEPT), Set.of(DECISION)))
        .as("the same person took it up again")
        .isEmpty();
  }

  @Test
  void aFenceGivenTwiceAndAHolderRefusedAreFound() {
    assertThat(faults(List.of(CLAIM, CLAIM, DECIDED), List.of(KEPT), Set.of(DECISION)))
        .singleElement()
        .asString()
        .startsWith("a fence given twice");
    var refused = new Deed(What.REFUSED, ITEM, "a", 1, 3, 4, Deed.NONE);
    assertThat(faults(List.of(CLAIM, refused, DECIDED), List.of(KEPT), Set.of(DECISION)))
        .singleElement()
        .asString()
        .startsWith("refused although");
  }

  @Test
  void aDecisionThatTheStreamNeverHeardOfIsFound() {
    assertThat(faults(List.of(CLAIM, DECIDED), List.of(KEPT), Set.of()))
        .singleElement()
        .asString()
        .startsWith("never told");
  }
}
