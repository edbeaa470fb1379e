package org.maraude.dashboard.trends.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.trends.Band;
import org.maraude.dashboard.trends.Cell;
import org.maraude.dashboard.trends.Measure;
import org.maraude.dashboard.trends.Period;
import org.maraude.dashboard.trends.Split;
import org.maraude.dashboard.trends.Step;
import org.maraude.dashboard.trends.VolumeQuery;
import org.maraude.dashboard.trends.VolumeTable;
import org.maraude.dashboard.trends.findings.Told.Kind;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is said of planted weeks, and above all what is not. */
class FindingsTest {

  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
  private static final IntToDoubleFunction FULL = week -> 1;
  private static final IntToLongFunction FALL = week -> (week < 26 ? 120 : 70) + noise(week);
  private static final Band BAND =
      new Band("b", "Fermeture", "Closing", MONDAY.plusWeeks(26), MONDAY.plusWeeks(60), false);

  private static long noise(int week) {
    return new SplittableRandom(week).nextInt(-9, 10);
  }

  private static List<Period> periods(int weeks, IntToDoubleFunction coverage) {
    return IntStream.range(0, weeks)
        .mapToObj(week -> {
          var start = MONDAY.plusWeeks(week);
          double share = coverage.applyAsDouble(week);
          return new Period(
              start,
              start.plusDays(6),
              share,
              share < Period.ENOUGH ? Period.Remark.LOW : Period.Remark.NONE);
        })
        .toList();
  }

  private static VolumeTable.Line line(String group, int weeks, IntToLongFunction count) {
    var cells = new ArrayList<Cell>();
    for (int week = 0; week < weeks; week++) {
      long each = count.applyAsLong(week);
      cells.add(
          each > 0 && each < 11
              ? new Cell(null, null, null, Cell.Hidden.SMALL)
              : new Cell(each, null, null, Cell.Hidden.NO));
    }
    return new VolumeTable.Line(group, cells);
  }

  private static VolumeQuery query(Step by, Split split, Measure measure) {
    return new VolumeQuery(MONDAY, MONDAY.plusWeeks(60), by, split, measure);
  }

  private static Findings total(
      int weeks, IntToLongFunction count, IntToDoubleFunction coverage, Band... bands) {
    return Findings.of(
        query(Step.WEEK, Split.NONE, Measure.NEW),
        periods(weeks, coverage),
        List.of(line("", weeks, count)),
        List.of(bands));
  }

  private static Told told(Findings findings, String language) {
    return told(findings, Split.NONE, language);
  }

  private static Told told(Findings findings, Split split, String language) {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    var locale = Locale.forLanguageTag(language);
    return FindingWords.all(
        findings, split, new Speech(messages, locale, Clock.systemUTC()), locale);
  }

  private static List<String> texts(Told told) {
    return told.groups().getFirst().sentences().stream().map(Told.Sentence::text).toList();
  }

  @Test
  void callsADepartmentAndARegionByTheirNames() {
    var named = List.of(line("44", 52, FALL), line("?", 52, FALL));
    var findings =
        Findings.of(
            query(Step.WEEK, Split.DEPARTEMENT, Measure.NEW), periods(52, FULL), named, List.of());
    assertThat(told(findings, Split.DEPARTEMENT, "en").groups())
        .extracting(Told.Group::name)
        .containsExactlyInAnyOrder("Loire-Atlantique (44)", "not given");
    var region =
        Findings.of(
            query(Step.WEEK, Split.REGION, Measure.NEW),
            periods(52, FULL),
            List.of(line("53", 52, FALL)),
            List.of());
    assertThat(told(region, Split.REGION, "fr").groups().getFirst().name()).isEqualTo("Bretagne");
  }

  @Test
  void saysAFallWithItsDateItsSizeAndItsInterval() {
    var findings = total(52, FALL, FULL, BAND);
    var english = told(findings, "en");

    var step = english.groups().getFirst().sentences().getFirst();
    assertThat(step.kind()).isEqualTo(Kind.CLEAR);
    assertThat(step.text())
        .matches(
            "Closing: from Jul 7, 2025 on, a step of −\\d\\d % \\(between −\\d\\d % and −\\d\\d %\\)"
                + " against what the trend before led to expect\\..*");
    assertThat(step.low()).isLessThan(-0.417);
    assertThat(step.high()).isBetween(-0.417, 0.0);
    assertThat(texts(english))
        .anyMatch(text -> text.startsWith("The level changes around Jul 7, 2025"));
    assertThat(texts(english)).anyMatch(text -> text.endsWith("Fewer than usual."));
    assertThat(english.caveats())
        .anyMatch(text -> text.contains("not a cause"))
        .anyMatch(text -> text.contains("a season may pass for a change"));
    assertThat(texts(told(findings, "fr")))
        .anyMatch(text -> text.startsWith("Fermeture : à partir du 7 juil. 2025, un saut de −"));
    assertThat(texts(told(findings, "de")))
        .as("pages are in French for whoever reads neither")
        .isEqualTo(texts(told(findings, "fr")));
  }

  @Test
  void anAlarmIsSaidWithWhatWasExpected() {
    var found = total(40, week -> week == 30 ? 190 : 120 + noise(week), FULL);
    assertThat(texts(told(found, "en")))
        .filteredOn(text -> text.startsWith("Week of"))
        .singleElement()
        .asString()
        .matches(
            "Week of Aug 4, 2025: 190 seen, 1\\d\\d\\.\\d expected \\(\\d+ to \\d+\\). More than"
                + " usual\\.");
  }

  @Test
  void anOutageIsNoFallAndIsNamed() {
    IntToDoubleFunction outage = week -> week >= 26 && week < 32 ? 0.3 : 1;
    var band =
        new Band(
            "o", "Panne", "Outage", MONDAY.plusWeeks(26), MONDAY.plusWeeks(32).minusDays(1), false);
    var findings =
        total(52, week -> (week >= 26 && week < 32 ? 36 : 120) + noise(week), outage, band);

    var told = told(findings, "en");
    assertThat(told.groups().getFirst().sentences()).allMatch(each -> each.kind() == Kind.NOTHING);
    assertThat(texts(told).getFirst()).startsWith("Outage: not enough data to conclude.");
    assertThat(told.caveats()).anyMatch(text -> text.contains("visits succeeded: 6."));
  }

  @Test
  void nothingIsComputedFromHiddenCounts() {
    var query = query(Step.WEEK, Split.SITE, Measure.NEW);
    var lines = List.of(line("a", 52, FALL), line("b", 52, week -> week == 40 ? 5 : 60));
    var split = Findings.of(query, periods(52, FULL), lines, List.of(BAND));

    assertThat(split.groups()).extracting(Findings.Group::group).containsExactly("a");
    assertThat(split.hidden()).isEqualTo(1);
    assertThat(told(split, "en").caveats().getFirst()).contains("hidden: 1");

    // Another hidden count, and other counts before it, change nothing that is said.
    var one =
        total(52, week -> week == 10 ? 5 : week < 10 ? 300 : FALL.applyAsLong(week), FULL, BAND);
    var other =
        total(52, week -> week == 10 ? 9 : week < 10 ? 20 : FALL.applyAsLong(week), FULL, BAND);
    assertThat(one).isEqualTo(other);
    assertThat(one.groups().getFirst().periods()).isEqualTo(41);
    assertThat(one.groups().getFirst().since()).isEqualTo(MONDAY.plusWeeks(11));
    assertThat(told(one, "en").caveats()).anyMatch(text -> text.contains("after the last hidden"));
  }

  @Test
  void whenEveryGroupHasAHiddenCountNothingIsSaidButWhy() {
    var query = query(Step.WEEK, Split.SITE, Measure.NEW);
    var lines =
        List.of(
            line("a", 52, week -> week == 51 ? 3 : FALL.applyAsLong(week)),
            line("b", 52, week -> week == 0 ? 9 : 60));
    var split = Findings.of(query, periods(52, FULL), lines, List.of(BAND));

    assertThat(split.groups()).isEmpty();
    assertThat(split.hidden()).isEqualTo(2);
    var told = told(split, "fr");
    assertThat(told.groups()).isEmpty();
    assertThat(told.caveats().getFirst())
        .isEqualTo(
            "Groupes laissés de côté parce que certains de leurs nombres sont cachés : 2. Rien n’est"
                + " calculé sur un nombre caché.");
    // No season, no first visit, no outage: nothing that would be read as a result.
    assertThat(told.caveats()).hasSize(3);
  }

  @Test
  void saysPlainlyWhenThereIsTooLittle() {
    assertThat(texts(told(total(6, week -> 120, FULL, BAND), "en")))
        .containsExactly(
            "Not enough data to conclude: it takes 11 finished and well visited periods, there are"
                + " 6.");
    assertThat(texts(told(total(12, week -> 120 + noise(week), FULL), "en")))
        .containsExactly(
            "Too short to search for changes of level: it takes 16 well visited periods, there are"
                + " 12.",
            "No comparison week by week yet: it takes 16 well visited weeks first.");
  }

  @Test
  void aChangeAtTheFirstVisitIsNamedAsWhatItMayBe() {
    var periods =
        IntStream.range(0, 52)
            .mapToObj(week -> {
              var start = MONDAY.plusWeeks(week);
              return week < 26
                  ? new Period(start, start.plusDays(6), null, Period.Remark.AFTERWARDS)
                  : new Period(start, start.plusDays(6), 1.0, Period.Remark.NONE);
            })
            .toList();
    var findings =
        Findings.of(
            query(Step.WEEK, Split.NONE, Measure.NEW),
            periods,
            List.of(line("", 52, week -> week < 3 ? 0 : week < 26 ? 60 + noise(week) : 120)),
            List.of());
    assertThat(findings.groups().getFirst().periods())
        .as("nought before the first ad")
        .isEqualTo(49);
    assertThat(texts(told(findings, "en")))
        .anyMatch(text -> text.endsWith("when the visits began: the change may come from that."));
  }

  @Test
  void saysThatAdsAlreadyGoneAreMissingWhereNothingWasVisitedYet() {
    var periods =
        IntStream.range(0, 26)
            .mapToObj(MONDAY::plusWeeks)
            .map(start -> new Period(start, start.plusDays(6), null, Period.Remark.AFTERWARDS))
            .toList();
    var findings =
        Findings.of(
            query(Step.WEEK, Split.NONE, Measure.NEW),
            periods,
            List.of(line("", 26, FALL)),
            List.of());
    assertThat(told(findings, "en").caveats())
        .anyMatch(text -> text.startsWith("Before the first visit, ads already gone are missing"));
  }

  @Test
  void noAlarmsByDayOrOfAStock() {
    var days = query(Step.DAY, Split.NONE, Measure.NEW);
    var stock = query(Step.WEEK, Split.NONE, Measure.ADS);
    var line = List.of(line("", 52, FALL));
    assertThat(texts(told(Findings.of(days, periods(52, FULL), line, List.of()), "en")).getLast())
        .isEqualTo("Unusual weeks are sought by week, not by day.");
    assertThat(texts(told(Findings.of(stock, periods(52, FULL), line, List.of()), "en")).getLast())
        .startsWith("An ad online this week is online the next");
  }
}
