package org.maraude.dashboard.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.trends.Cell.Hidden;
import org.maraude.dashboard.trends.Period.Remark;
import org.maraude.dashboard.trends.Period.Visits;

class CountsTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-06-07");

  private static VolumeQuery.Asked asked(
      @Nullable String from, @Nullable String to, @Nullable String by) {
    return new VolumeQuery.Asked(from, to, by, null, null, null, null);
  }

  @Test
  void theIntervalIsGarwoods() {
    assertThat(PoissonInterval.low(0)).isZero();
    assertThat(PoissonInterval.high(0)).isCloseTo(3.689, within(0.001));
    assertThat(PoissonInterval.low(10)).isCloseTo(4.795, within(0.001));
    assertThat(PoissonInterval.high(10)).isCloseTo(18.390, within(0.001));
  }

  @Test
  void aSmallCountIsHiddenAndASecondOneThatWouldGiveItAway() {
    assertThat(Suppression.of(Map.of("44", 10L, "75", 300L, "69", 40L, "13", 0L)))
        .containsEntry("44", Hidden.SMALL)
        .containsEntry("69", Hidden.WITH_ANOTHER)
        .containsEntry("75", Hidden.NO)
        .containsEntry("13", Hidden.NO);
    assertThat(Suppression.of(Map.of("44", 10L, "75", 3L, "69", 11L)))
        .containsEntry("69", Hidden.NO);
  }

  @Test
  void aWeekIsCountedWhole() {
    var query = VolumeQuery.parse(asked("2026-06-03", "2026-06-10", "week"), LocalDate.MAX);
    assertThat(query.from()).isEqualTo(MONDAY);
    assertThat(query.to()).isEqualTo(LocalDate.parse("2026-06-14"));
  }

  @Test
  void aQuestionThatDoesNotFitSaysWhatIsWrong() {
    for (var wrong :
        Map.of(
                "date", new String[] {"3 June", null, null},
                "order", new String[] {"2026-06-03", "2026-06-01", "day"},
                "long", new String[] {"2000-06-03", "2026-06-01", "week"},
                "days", new String[] {"2023-06-03", "2026-06-01", "day"},
                "choice", new String[] {null, null, "year"})
            .entrySet()) {
      var words = wrong.getValue();
      assertThatThrownBy(() -> VolumeQuery.parse(asked(words[0], words[1], words[2]), SUNDAY))
          .isInstanceOfSatisfying(
              BadVolumeQueryException.class, e -> assertThat(e.code()).isEqualTo(wrong.getKey()));
    }
  }

  @Test
  void aGapInCrawlingIsNeverReadAsAFall() {
    var later = SUNDAY.plusDays(1);
    assertThat(Period.of(MONDAY, SUNDAY, new Visits(100, 79), MONDAY, later).remark())
        .isEqualTo(Remark.LOW);
    assertThat(Period.of(MONDAY, SUNDAY, new Visits(100, 80), MONDAY, later).remark())
        .isEqualTo(Remark.NONE);
    // After the first visit a week without any is an outage, not a quiet week.
    assertThat(Period.of(MONDAY, SUNDAY, null, MONDAY.minusDays(9), later).remark())
        .isEqualTo(Remark.LOW);
    assertThat(Period.of(MONDAY, SUNDAY, null, later, later).remark()).isEqualTo(Remark.AFTERWARDS);
    assertThat(Period.of(MONDAY, SUNDAY, new Visits(9, 9), MONDAY, SUNDAY).remark())
        .isEqualTo(Remark.UNFINISHED);
  }

  @Test
  void noFieldOfAFileIsTakenForAFormula() {
    assertThat(CsvLine.field("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvLine.field("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
  }
}
