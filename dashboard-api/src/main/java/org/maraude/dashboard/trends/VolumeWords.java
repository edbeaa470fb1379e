package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.Speech;

/** Puts a table of volumes into words: titles, remarks, notes, and the panels to draw. */
final class VolumeWords {

  /** More panels than these help nobody; the table has them all. */
  static final int MOST_PANELS = 18;

  private static final double PERCENT = 100;

  private final VolumeTable table;
  private final Speech say;
  private final Locale locale;
  private final DateTimeFormatter day;

  VolumeWords(VolumeTable table, Speech say, Locale locale) {
    this.table = table;
    this.say = say;
    this.locale = locale;
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
  }

  String title() {
    var title = say.text("trends.chartTitle", capital(measure()), by());
    return rate() ? say.text("trends.titleRate", title) : title;
  }

  /** What a file shows and of which days. */
  String heading() {
    var query = table.query();
    return title() + ", " + period(new Period(query.from(), query.to(), null, Period.Remark.NONE));
  }

  String caption() {
    return say.text("trends.caption", capital(measure()), by());
  }

  String group(String group) {
    return GroupName.of(group, table.query().split(), say);
  }

  String period(Period period) {
    return period.start().equals(period.end())
        ? day.format(period.start())
        : day.format(period.start()) + " – " + day.format(period.end());
  }

  String remark(Period period) {
    return switch (period.remark()) {
      case NONE -> "";
      case LOW -> say.text("trends.remark.low");
      case AFTERWARDS -> say.text("trends.remark.afterwards");
      case UNFINISHED -> say.text("trends.remark.unfinished");
    };
  }

  String coverage(Period period) {
    return period.coverage() == null ? "–" : Math.round(period.coverage() * PERCENT) + " %";
  }

  String count(Cell cell) {
    return switch (cell.hidden()) {
      case NO -> cell.count() == null ? "–" : say.number(cell.count());
      case SMALL -> say.text("trends.hidden");
      case WITH_ANOTHER -> say.text("trends.hiddenToo");
    };
  }

  /** The rate of a count that is shown; a hidden one has none, for it would tell the count. */
  String rate(String group, Cell cell) {
    var rate = cell.count() == null ? null : scaled(group, cell.count().doubleValue());
    return rate == null ? "–" : decimal(rate);
  }

  private String decimal(double value) {
    return String.format(locale, value >= 100 ? "%,.0f" : value >= 1 ? "%.1f" : "%.3f", value);
  }

  boolean rate() {
    return table.query().per() == Per.RATE;
  }

  boolean compares() {
    return !table.earlier().isEmpty();
  }

  /** The i-th count of a line's earlier periods. */
  String earlier(VolumeTable.Line line, int i) {
    return line.earlier().isEmpty() ? "" : count(line.earlier().get(i));
  }

  /** By how much the i-th count differs from the earlier one, in percent. */
  String change(VolumeTable.Line line, int i) {
    var change = Change.percent(table, line, i);
    return change == null ? "–" : String.format(locale, "%+.0f %%", change);
  }

  private @Nullable Double scaled(String group, @Nullable Double value) {
    if (value == null || !rate()) {
      return value;
    }
    return Inhabitants.rate(table.query().split(), group, value);
  }

  String interval(Cell cell) {
    return cell.low() == null || cell.high() == null
        ? "–"
        : say.number(Math.round(cell.low())) + " – " + say.number(Math.round(cell.high()));
  }

  /** One sentence a band, with its letter; an invented one says so. */
  List<String> bands() {
    return IntStream.range(0, table.bands().size())
        .mapToObj(i -> {
          var band = table.bands().get(i);
          return "%s · %s : %s"
              .formatted(
                  letter(i),
                  name(band),
                  say.text(
                      "trends.band.until",
                      day.format(band.firstDay()),
                      day.format(band.lastDay())));
        })
        .toList();
  }

  String name(Band band) {
    var name =
        band.departements().isEmpty()
            ? band.name(locale)
            : band.name(locale) + " [" + band.where() + "]";
    return band.demo() ? name + " (" + say.text("trends.band.demo") + ")" : name;
  }

  List<String> caveats() {
    return IntStream.rangeClosed(1, 4).mapToObj(i -> say.text("trends.caveat" + i)).toList();
  }

  String source() {
    return say.text(
        "trends.source", day.format(table.madeAt().atZone(ZoneOffset.UTC).toLocalDate()));
  }

  /** What goes with every file: source first. */
  List<String> notes() {
    var notes = new ArrayList<String>();
    notes.add(source());
    if (rate()) {
      notes.add(say.text("trends.rateNote"));
    }
    if (compares()) {
      notes.add(compared());
    }
    notes.addAll(bands());
    if (table.periods().stream().anyMatch(p -> p.remark() == Period.Remark.AFTERWARDS)) {
      notes.add(say.text("trends.remark.afterwards"));
    }
    if (table.periods().stream().anyMatch(p -> p.remark() == Period.Remark.LOW)) {
      notes.add(say.text("trends.remark.low"));
    }
    notes.addAll(caveats());
    return notes;
  }

  /** Which periods stand beside these. */
  String compared() {
    return compares()
        ? say.text(
            "trends.compared",
            day.format(table.earlier().getFirst().start()),
            day.format(table.earlier().getLast().end()),
            table.query().weeksEarlier())
        : "";
  }

  /** The charts, several on one scale: a low one must look low. */
  List<Panel> panels() {
    if (table.periods().isEmpty()) {
      return List.of();
    }
    var panels = table.lines().stream().limit(MOST_PANELS).map(this::panel).toList();
    double top = panels.stream().mapToDouble(Panel::highest).max().orElse(1);
    return panels.stream().map(panel -> panel.onScaleTo(top)).toList();
  }

  /** The charts under a heading that says the title already. */
  List<Panel> filePanels() {
    return table.query().split() == Split.NONE
        ? panels().stream().map(panel -> panel.titled(group(""))).toList()
        : panels();
  }

  private Panel panel(VolumeTable.Line line) {
    var points = new ArrayList<Panel.Point>();
    for (int i = 0; i < table.periods().size(); i++) {
      var period = table.periods().get(i);
      var cell = line.cells().get(i);
      points.add(
          new Panel.Point(
              period.start(),
              period.end().plusDays(1),
              scaled(line.group(), cell.count() == null ? null : Double.valueOf(cell.count())),
              scaled(line.group(), cell.low()),
              scaled(line.group(), cell.high()),
              period.remark() == Period.Remark.AFTERWARDS
                  || period.remark() == Period.Remark.UNFINISHED,
              period.remark() == Period.Remark.LOW,
              earlierValue(line, i)));
    }
    var first = table.periods().getFirst().start();
    var last = table.periods().getLast().end();
    var title = table.query().split() == Split.NONE ? title() : group(line.group());
    return new Panel(
        title,
        description(line, first, last),
        points,
        stripes(line.group()),
        first,
        last.plusDays(1),
        rate() ? 0 : 1,
        !rate());
  }

  private @Nullable Double earlierValue(VolumeTable.Line line, int i) {
    if (line.earlier().isEmpty()) {
      return null;
    }
    var count = line.earlier().get(i).count();
    return scaled(line.group(), count == null ? null : Double.valueOf(count));
  }

  private String description(VolumeTable.Line line, LocalDate first, LocalDate last) {
    return IntStream.range(0, line.cells().size())
        .filter(i -> line.cells().get(i).count() != null)
        .boxed()
        .max(Comparator.comparingLong(i -> known(line.cells().get(i))))
        .map(i ->
            say.text(
                "trends.chartDescription",
                day.format(first),
                day.format(last),
                say.number(known(line.cells().get(i))),
                period(table.periods().get(i))))
        .orElseGet(() -> say.text("trends.chartDescriptionEmpty"));
  }

  private static long known(Cell cell) {
    return cell.count() == null ? 0 : cell.count();
  }

  /** A department's chart shows the bands that hold there. */
  private List<Panel.Stripe> stripes(String group) {
    return IntStream.range(0, table.bands().size())
        .filter(i ->
            table.query().split() != Split.DEPARTEMENT
                || table.bands().get(i).departements().isEmpty()
                || table.bands().get(i).departements().contains(group))
        .mapToObj(i -> {
          var band = table.bands().get(i);
          return new Panel.Stripe(
              letter(i), name(band), band.firstDay(), band.lastDay().plusDays(1));
        })
        .toList();
  }

  private static String letter(int i) {
    return i < 26 ? String.valueOf((char) ('A' + i)) : Integer.toString(i + 1);
  }

  private String measure() {
    return say.text("trends.measure." + VolumeQuery.word(table.query().measure()));
  }

  private String by() {
    return say.text("trends.by." + VolumeQuery.word(table.query().by()));
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
