package org.maraude.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicPlanTest {

  private static final Map<String, NewTopic> ALL =
      new TopicPlan(4, (short) 1)
          .missing(Set.of()).stream().collect(Collectors.toMap(NewTopic::name, t -> t));

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aTermIsKeptBecauseSegmentsRollTenTimesWithinIt(Topic topic) {
    var settings = settings(topic.topicName());
    if (topic.term().isZero()) {
      assertThat(settings)
          .containsEntry("cleanup.policy", "compact")
          .doesNotContainKey("retention.ms");
    } else {
      var term = Long.parseLong(settings.get("retention.ms"));
      assertThat(Duration.ofMillis(term)).isEqualTo(topic.term());
      assertThat(Long.parseLong(settings.get("segment.ms")) * 10).isLessThanOrEqualTo(term);
    }
  }

  @Test
  void aDeadLetterThatMayHoldAnAdIsKeptSevenDaysAtMost() {
    assertThat(ALL.keySet().stream().filter(name -> name.endsWith(".dead-letter")))
        .isNotEmpty()
        .allSatisfy(name ->
            assertThat(Long.parseLong(settings(name).get("retention.ms")))
                .isLessThanOrEqualTo(Duration.ofDays(7).toMillis()));
  }

  @Test
  void whatExistsIsLeftAlone() {
    assertThat(new TopicPlan(4, (short) 1).missing(ALL.keySet())).isEmpty();
  }

  private static Map<String, String> settings(String name) {
    return Objects.requireNonNull(ALL.get(name), name).configs();
  }
}
