package org.maraude.dashboard.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.rounds.RoundPlan.Candidate;

class RoundPlanTest {

  private static final Instant END = Planning.endOf(LocalDate.of(2026, 3, 2));
  private static final RoundFilter ALL = filter(RoundFilter.Tried.ANY, 30);

  private static RoundFilter filter(RoundFilter.Tried tried, int most) {
    return new RoundFilter(null, null, null, null, tried, most);
  }

  private static Candidate ad(int n, String... tokens) {
    return new Candidate(id(n), Set.of(tokens), false, false, List.of());
  }

  private static UUID id(int n) {
    return new UUID(0, n);
  }

  private static Silence.Tried silent(Instant at) {
    return new Silence.Tried(at, AttemptOutcome.NO_ANSWER, Wish.NONE);
  }

  private static List<UUID> ids(RoundPlan plan) {
    return plan.ads().stream().map(Candidate::itemId).toList();
  }

  @Test
  void theSameContactInAnotherAdIsTheSamePerson() {
    var plan = RoundPlan.of(List.of(ad(1, "a", "b"), ad(2, "b"), ad(3, "c")), ALL, END);
    assertThat(ids(plan)).containsExactly(id(1), id(3));
    assertThat(plan.leftOut()).isEqualTo(Map.of(LeftOut.SAME_CONTACT, 1));
  }

  @Test
  void eachAdThatIsLeftOutIsCountedOnceUnderItsReason() {
    var soon = END.minus(Duration.ofDays(3));
    var long1 = END.minus(Duration.ofDays(60));
    var long2 = END.minus(Duration.ofDays(40));
    var plan =
        RoundPlan.of(
            List.of(
                ad(1),
                new Candidate(id(2), Set.of("b"), false, true, List.of(silent(soon))),
                new Candidate(id(3), Set.of("c"), false, false, List.of(silent(soon))),
                new Candidate(
                    id(4), Set.of("d"), false, false, List.of(silent(long1), silent(long2))),
                new Candidate(id(5), Set.of("e"), true, false, List.of()),
                ad(6, "f"),
                ad(7, "g")),
            filter(RoundFilter.Tried.ANY, 1),
            END);
    assertThat(ids(plan)).containsExactly(id(6));
    assertThat(plan.leftOut())
        .isEqualTo(
            Map.of(
                LeftOut.NO_CONTACT, 1,
                LeftOut.REGISTER, 1,
                LeftOut.SILENCE, 1,
                LeftOut.TWO_UNANSWERED, 1,
                LeftOut.PLANNED, 1,
                LeftOut.FULL, 1));
    assertThat(plan.leftOutInAll()).isEqualTo(6);
    assertThat(plan.leftOut().keySet())
        .as("every reason but one has its ad here")
        .hasSize(Arrays.asList(LeftOut.values()).size() - 1);
  }

  @Test
  void aSilenceThatEndsOnTheDayKeepsNothingOut() {
    var tried = List.of(silent(END.minus(Silence.LENGTH).minusSeconds(1)));
    var plan =
        RoundPlan.of(List.of(new Candidate(id(1), Set.of("a"), false, false, tried)), ALL, END);
    assertThat(ids(plan)).containsExactly(id(1));
  }

  @Test
  void whoAsksForThoseNeverTriedGetsThemAndTheOthersAreNotCounted() {
    var before =
        new Candidate(
            id(1), Set.of("a"), false, false, List.of(silent(END.minus(Duration.ofDays(60)))));
    var never = ad(2, "b");
    var both = List.of(before, never);
    assertThat(ids(RoundPlan.of(both, filter(RoundFilter.Tried.NEVER, 9), END)))
        .containsExactly(id(2));
    assertThat(ids(RoundPlan.of(both, filter(RoundFilter.Tried.BEFORE, 9), END)))
        .containsExactly(id(1));
    assertThat(RoundPlan.of(both, filter(RoundFilter.Tried.NEVER, 9), END).leftOut()).isEmpty();
  }

  @Test
  void aFilterThatAsksForTooMuchIsRefused() {
    assertThatThrownBy(() -> filter(RoundFilter.Tried.ANY, RoundFilter.LIMIT + 1))
        .isInstanceOfSatisfying(
            RoundException.class, e -> assertThat(e.code()).isEqualTo("round-most"));
  }
}
