package org.maraude.dashboard.rounds.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.rounds.report.ActivityReport.Counted;

class ActivityReportTest {

  private static Counted counted(int month, String departement, Measure measure, long count) {
    return new Counted(YearMonth.of(2026, month), departement, measure, count);
  }

  private static @Nullable Long count(
      Map<Measure, ActivityReport.Figure> figures, Measure measure) {
    return Objects.requireNonNull(figures.get(measure)).count();
  }

  private static ActivityReport report(Counted... counted) {
    return ActivityReport.of(2026, List.of(counted));
  }

  @Test
  void countsAreAddedUpByMonthAndDepartement() {
    var report =
        report(
            counted(3, "44", Measure.ATTEMPTS, 20),
            counted(3, "49", Measure.ATTEMPTS, 30),
            counted(4, "44", Measure.ATTEMPTS, 40),
            counted(4, "44", Measure.ANSWERS, 11));
    assertThat(report.months())
        .extracting(ActivityReport.Month::month)
        .containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 3));
    var march = report.months().getLast();
    assertThat(count(march.total(), Measure.ATTEMPTS)).isEqualTo(50);
    assertThat(count(march.total(), Measure.ANSWERS)).isZero();
    assertThat(march.lines())
        .extracting(ActivityReport.Line::departement)
        .containsExactly("44", "49");
    assertThat(count(report.total(), Measure.ATTEMPTS)).isEqualTo(90);
  }

  @Test
  void aMonthWhoseTotalIsHiddenIsNotFoundByTheYearsTotal() {
    var report =
        report(
            counted(1, "44", Measure.ATTEMPTS, 4),
            counted(2, "44", Measure.ATTEMPTS, 30),
            counted(3, "44", Measure.ATTEMPTS, 90));
    assertThat(report.months())
        .extracting(month -> count(month.total(), Measure.ATTEMPTS))
        .containsExactly(90L, null, null);
    assertThat(count(report.total(), Measure.ATTEMPTS)).isEqualTo(124);
  }

  @Test
  void theFileSaysWhatIsHidden() {
    var csv =
        ReportCsv.write(
            report(counted(1, "2A", Measure.ATTEMPTS, 4), counted(1, "44", Measure.ADS, 40)),
            List.of("a note\nof two lines"));
    assertThat(csv.lines())
        .containsExactly(
            "# a note of two lines",
            "month,departement,ads,attempts,answers,wishes,orientations",
            "2026-01,2A,0,hidden,0,0,0",
            "2026-01,44,40,0,0,0,0",
            "2026-01,total,40,hidden,0,0,0",
            "all,total,40,hidden,0,0,0");
  }
}
