package org.maraude.benchmarks.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.maraude.benchmarks.politeness.Step.Act;
import org.maraude.benchmarks.web.Visit;

/** The judge itself: what is wrong must be seen. */
class GapsTest {

  private static final Duration DELAY = Duration.ofMillis(400);
  private static final Visit ROBOTS = visit(0, 10, 0, "/robots.txt");

  private static Visit visit(long beginMillis, long endMillis, long asksMillis, String path) {
    return new Visit(
        3, beginMillis * 1_000_000, endMillis * 1_000_000, asksMillis * 1_000_000, 200, path);
  }

  private static Gaps gaps(Visit... visits) {
    return Gaps.of(List.of(visits), DELAY);
  }

  @Test
  void aGapRunsFromTheEndOfAnAnswerToTheNextRequest() {
    assertThat(gaps(ROBOTS, visit(410, 900, 0, "/ad/1")).tooShort()).isEmpty();
    assertThat(gaps(ROBOTS, visit(409, 900, 0, "/ad/1")).tooShort()).hasSize(1);
    assertThat(gaps(ROBOTS, visit(415, 900, 0, "/ad/1")).shortest()).hasMillis(5);
  }

  @Test
  void twoAtOnceAreTooShortAGap() {
    var slow = visit(500, 3000, 0, "/ad/1");
    assertThat(gaps(ROBOTS, slow, visit(2000, 2100, 0, "/ad/2")).tooShort()).hasSize(1);
  }

  @Test
  void whatAnAnswerAskedCountsBeyondTheNextRequest() {
    var refused = visit(500, 510, 3000, "/ad/1");
    assertThat(gaps(ROBOTS, refused, visit(3509, 3520, 0, "/ad/2")).tooShort()).hasSize(1);
    assertThat(gaps(ROBOTS, refused, visit(3510, 3520, 0, "/ad/2")).tooShort()).isEmpty();
  }

  @Test
  void aPageBeforeAReadableRobotsFileOrInsideItsFenceIsForbidden() {
    assertThat(gaps(visit(0, 10, 0, "/ad/1")).forbidden()).hasSize(1);
    assertThat(gaps(ROBOTS, visit(500, 510, 0, "/private/1")).forbidden()).hasSize(1);
  }

  @Test
  void hostsAreJudgedOneByOne() {
    var other = new Visit(4, 0, 10, 0, 404, "/robots.txt");
    assertThat(Gaps.of(List.of(ROBOTS, other), DELAY).tooShort()).isEmpty();
  }

  @Test
  void everyCrawlerIsUpAfterAPlan() {
    var rough =
        new Step.Roughness(
            Duration.ofSeconds(4), Duration.ofSeconds(20), Duration.ofSeconds(30), true);
    for (int seed = 0; seed < 100; seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      var plan = Step.plan(3, Duration.ofMinutes(5), rough, random);
      for (int crawler = 0; crawler < 3; crawler++) {
        int number = crawler;
        var acts = plan.stream().filter(step -> step.crawler() == number).map(Step::act).toList();
        assertThat(acts).isNotEmpty();
        for (int i = 0; i < acts.size(); i += 2) {
          assertThat(acts.get(i + 1)).isEqualTo(acts.get(i) == Act.KILL ? Act.START : Act.RESUME);
        }
      }
    }
  }
}
