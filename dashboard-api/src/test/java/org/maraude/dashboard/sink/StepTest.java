package org.maraude.dashboard.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.sink.Step.Known;
import org.maraude.dashboard.sink.Step.Standing;
import org.maraude.events.assessment.Queue;

class StepTest {

  private static Step step(QueueKind queue, Standing standing, Queue assessed) {
    return Step.of(Optional.of(new Known(queue, standing, 1)), assessed, 2);
  }

  @Test
  void anUnknownAdBecomesAnItemOnlyWhereItReachesAQueue() {
    assertThat(Step.of(Optional.empty(), Queue.NONE, 1)).isEqualTo(Step.NOTE);
    assertThat(Step.of(Optional.empty(), Queue.ADULT, 1)).isEqualTo(Step.CREATE);
    assertThat(Step.of(Optional.empty(), Queue.MINOR, 1)).isEqualTo(Step.CREATE);
  }

  @Test
  void whatIsNotNewerChangesNothing() {
    for (var standing : Standing.values()) {
      for (var queue : Queue.values()) {
        var known = Optional.of(new Known(QueueKind.ADULT, standing, 5));
        assertThat(Step.of(known, queue, 5)).isEqualTo(Step.IGNORE);
        assertThat(Step.of(known, queue, 4)).isEqualTo(Step.IGNORE);
      }
    }
  }

  @Test
  void aMinorItemIsNeverTakenAwayByALaterAssessment() {
    for (var queue : Queue.values()) {
      assertThat(step(QueueKind.MINOR, Standing.WAITING, queue)).isEqualTo(Step.REFRESH);
      assertThat(step(QueueKind.MINOR, Standing.IN_HAND, queue)).isEqualTo(Step.REFRESH);
      assertThat(step(QueueKind.MINOR, Standing.DECIDED, queue)).isEqualTo(Step.NOTE);
    }
  }

  @Test
  void aDecisionStaysUnlessTheAdComesToConcernAMinor() {
    assertThat(step(QueueKind.ADULT, Standing.DECIDED, Queue.ADULT)).isEqualTo(Step.NOTE);
    assertThat(step(QueueKind.ADULT, Standing.DECIDED, Queue.NONE)).isEqualTo(Step.NOTE);
    assertThat(step(QueueKind.ADULT, Standing.DECIDED, Queue.MINOR)).isEqualTo(Step.REOPEN);
  }

  @Test
  void whatSomebodyHasInHandIsNotTakenAwayExceptUpwards() {
    assertThat(step(QueueKind.ADULT, Standing.IN_HAND, Queue.NONE)).isEqualTo(Step.REFRESH);
    assertThat(step(QueueKind.ADULT, Standing.IN_HAND, Queue.MINOR)).isEqualTo(Step.RISE);
  }

  @Test
  void anUnreadAdultItemWithTooLittleLeftIsWithdrawnAndMayComeBack() {
    assertThat(step(QueueKind.ADULT, Standing.WAITING, Queue.NONE)).isEqualTo(Step.WITHDRAW);
    assertThat(step(QueueKind.ADULT, Standing.WITHDRAWN, Queue.ADULT)).isEqualTo(Step.REOPEN);
    assertThat(step(QueueKind.ADULT, Standing.WITHDRAWN, Queue.NONE)).isEqualTo(Step.NOTE);
  }
}
