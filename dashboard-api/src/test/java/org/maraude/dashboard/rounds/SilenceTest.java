package org.maraude.dashboard.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.rounds.Silence.Tried;
import org.maraude.dashboard.rounds.Standing.Why;

class SilenceTest {

  private static final Instant FIRST = Instant.parse("2026-03-02T19:00:00Z");

  private static Tried silent(Instant at) {
    return new Tried(at, AttemptOutcome.NO_ANSWER, Wish.NONE);
  }

  private static Tried answered(Instant at, Wish wish) {
    return new Tried(at, AttemptOutcome.ANSWERED, wish);
  }

  private static Standing after(Duration later, Tried... tried) {
    return Silence.of(false, List.of(tried), FIRST.plus(later));
  }

  private static Duration days(long days) {
    return Duration.ofDays(days);
  }

  @Test
  void whoWasNeverTriedIsFree() {
    assertThat(after(Duration.ZERO)).isEqualTo(Standing.FREE);
  }

  @Test
  void afterTheFirstMessageNobodyWritesForTwoWeeksToTheSecond() {
    assertThat(after(Duration.ZERO, silent(FIRST)))
        .isEqualTo(new Standing(Why.SILENCE, FIRST.plus(days(14))));
    assertThat(after(days(14).minusSeconds(1), silent(FIRST)).why()).isEqualTo(Why.SILENCE);
    assertThat(after(days(14), silent(FIRST))).isEqualTo(Standing.FREE);
  }

  @Test
  void afterTwoWithoutAnAnswerThereIsNoThird() {
    var tried = new Tried[] {silent(FIRST), silent(FIRST.plus(days(20)))};
    assertThat(after(days(400), tried)).isEqualTo(new Standing(Why.TWO_UNANSWERED, null));
  }

  @Test
  void whatCouldNotBeDeliveredCountsAsOneWithoutAnAnswer() {
    var lost = new Tried(FIRST, AttemptOutcome.NOT_REACHED, Wish.NONE);
    assertThat(after(days(400), lost, silent(FIRST.plus(days(20)))).why())
        .isEqualTo(Why.TWO_UNANSWERED);
  }

  @Test
  void anAnswerBeginsAnewAndWhoeverAskedForMoreIsOwedNoSilence() {
    assertThat(after(days(15), silent(FIRST), answered(FIRST.plus(days(14)), Wish.NONE)))
        .isEqualTo(new Standing(Why.SILENCE, FIRST.plus(days(28))));
    assertThat(after(days(15), silent(FIRST), answered(FIRST.plus(days(14)), Wish.TALK_AGAIN)))
        .isEqualTo(Standing.FREE);
    assertThat(after(days(30), answered(FIRST, Wish.HELP), silent(FIRST.plus(days(1)))))
        .isEqualTo(Standing.FREE);
    assertThat(after(days(2), answered(FIRST, Wish.HELP), silent(FIRST.plus(days(1)))).why())
        .as("who asked, and did not answer then, is left in peace too")
        .isEqualTo(Why.SILENCE);
  }

  @Test
  void theRegisterComesBeforeAllElse() {
    var wanted = List.of(answered(FIRST, Wish.TALK_AGAIN));
    assertThat(Silence.of(true, wanted, FIRST.plus(days(900))))
        .isEqualTo(new Standing(Why.REGISTER, null));
  }

  @Test
  void whatIsNotedLateIsJudgedByWhenItWasTried() {
    assertThat(after(days(-1), silent(FIRST)).why())
        .as("a draft of yesterday beside an attempt of today")
        .isEqualTo(Why.SILENCE);
  }
}
