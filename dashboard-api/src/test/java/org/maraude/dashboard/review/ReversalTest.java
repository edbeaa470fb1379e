package org.maraude.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReversalTest {

  private static final UUID ME = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static Reversal.Given given(UUID by, Instant at) {
    return new Reversal.Given(UUID.randomUUID(), by, at);
  }

  private static boolean may(
      List<Reversal.Given> standing, boolean decided, boolean lead, Duration later) {
    return Reversal.of(standing, decided, ME, lead, NOON.plus(later)).isPresent();
  }

  @Test
  void whoDecidedMayTakeItBackForTenMinutes() {
    var mine = List.of(given(ME, NOON));
    assertThat(may(mine, true, false, Duration.ZERO)).isTrue();
    assertThat(may(mine, true, false, Reversal.WITHIN.minusMillis(1))).isTrue();
    assertThat(may(mine, true, false, Reversal.WITHIN)).isFalse();
  }

  @Test
  void anOpinionThatAwaitsAnotherMayBeTakenBackAsWell() {
    assertThat(may(List.of(given(ME, NOON)), false, false, Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void onlyALeadTakesBackWhatOthersDecidedOrWhatIsOld() {
    var theirs = List.of(given(OTHER, NOON));
    assertThat(may(theirs, true, false, Duration.ZERO)).isFalse();
    assertThat(may(theirs, true, true, Duration.ofDays(3))).isTrue();
    assertThat(may(List.of(given(ME, NOON)), true, true, Duration.ofDays(3))).isTrue();
  }

  @Test
  void nobodyTakesBackAnotherPersonsOpinionWhileASecondOneIsAwaited() {
    assertThat(may(List.of(given(OTHER, NOON)), false, true, Duration.ZERO)).isFalse();
  }

  @Test
  void onlyTheLastOpinionGoesAndTheFirstPersonsStands() {
    var first = given(OTHER, NOON);
    var last = given(ME, NOON.plusSeconds(60));
    var reversal = Reversal.of(List.of(first, last), true, ME, false, NOON.plusSeconds(90));
    assertThat(reversal).contains(new Reversal(last, true, true));
    assertThat(Reversal.of(List.of(first, last), true, OTHER, false, NOON.plusSeconds(90)))
        .isEmpty();
  }

  @Test
  void whoseEarlierOpinionStandsReopensTheItemForSomebodyElse() {
    var first = given(ME, NOON);
    var last = given(OTHER, NOON.plusSeconds(60));
    assertThat(Reversal.of(List.of(first, last), true, ME, true, NOON.plusSeconds(90)))
        .contains(new Reversal(last, true, false));
  }

  @Test
  void whereNothingWasSaidThereIsNothingToTakeBack() {
    assertThat(may(List.of(), false, true, Duration.ZERO)).isFalse();
  }
}
