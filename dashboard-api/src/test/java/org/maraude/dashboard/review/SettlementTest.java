package org.maraude.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final UUID ANNE = new UUID(0, 1);
  private static final UUID BILAL = new UUID(0, 2);
  private static final UUID CHLOE = new UUID(0, 3);

  @Test
  void onePersonRefersAPossibleMinorAtOnce() {
    var settlement = Settlement.of(QueueKind.MINOR, List.of(), new Opinion(ANNE, Outcome.REFER));
    assertThat(settlement.settled()).isTrue();
    assertThat(settlement.referredBy()).hasValue(ANNE);
  }

  @Test
  void noSinglePersonRefersAnAdult() {
    var settlement = Settlement.of(QueueKind.ADULT, List.of(), new Opinion(ANNE, Outcome.REFER));
    assertThat(settlement.settled()).isFalse();
  }

  @Test
  void twoPersonsWhoSayTheSameReferAnAdult() {
    var settlement =
        Settlement.of(
            QueueKind.ADULT,
            List.of(new Opinion(ANNE, Outcome.REFER)),
            new Opinion(BILAL, Outcome.REFER));
    assertThat(settlement.settled()).isTrue();
    assertThat(settlement.referredBy()).hasValue(ANNE);
    assertThat(settlement.confirmedBy()).hasValue(BILAL);
  }

  @Test
  void whoDisagreesWithAReferralDoesNotSettleItAlone() {
    var first = new Opinion(ANNE, Outcome.REFER);
    var second = new Opinion(BILAL, Outcome.NO_CONCERN);
    assertThat(Settlement.of(QueueKind.ADULT, List.of(first), second).settled()).isFalse();
    var third =
        Settlement.of(
            QueueKind.ADULT, List.of(first, second), new Opinion(CHLOE, Outcome.NO_CONCERN));
    assertThat(third.settled()).isTrue();
    assertThat(third.referredBy()).isEmpty();
  }

  @Test
  void everyOtherOutcomeOfAnAdultNeedsOnePerson() {
    for (var outcome : Outcome.values()) {
      assertThat(Settlement.of(QueueKind.ADULT, List.of(), new Opinion(ANNE, outcome)).settled())
          .as(outcome.name())
          .isEqualTo(outcome != Outcome.REFER);
    }
  }

  @Test
  void nobodyIsHeardTwice() {
    var once = new Opinion(ANNE, Outcome.REFER);
    assertThatThrownBy(() -> Settlement.of(QueueKind.ADULT, List.of(once), once))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
