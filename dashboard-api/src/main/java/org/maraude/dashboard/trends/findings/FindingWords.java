package org.maraude.dashboard.trends.findings;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.statistics.Alarm;
import org.maraude.dashboard.statistics.Baseline;
import org.maraude.dashboard.statistics.ChangePoint;
import org.maraude.dashboard.statistics.ChangePoints;
import org.maraude.dashboard.statistics.InterruptedSeries;
import org.maraude.dashboard.statistics.Interruption;
import org.maraude.dashboard.statistics.Interval;
import org.maraude.dashboard.trends.Band;
import org.maraude.dashboard.trends.GroupName;
import org.maraude.dashboard.trends.Split;
import org.maraude.dashboard.trends.VolumeTable;
import org.maraude.dashboard.trends.findings.Findings.Effect;
import org.maraude.dashboard.trends.findings.Findings.Group;
import org.maraude.dashboard.trends.findings.Told.Kind;
import org.maraude.dashboard.trends.findings.Told.Sentence;

/** Says {@link Findings} in the reader's language. */
public final class FindingWords {

  /** The latest ones; who wants all has the API. */
  private static final int MOST_ALARMS = 6;

  private static final double PERCENT = 100;

  private final Speech say;
  private final Locale locale;
  private final DateTimeFormatter day;
  private final int mostAlarms;

  private FindingWords(Speech say, Locale locale, int mostAlarms) {
    this.say = say;
    this.locale = Locale.forLanguageTag(Speech.languageOf(locale));
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(this.locale);
    this.mostAlarms = mostAlarms;
  }

  /** What a table says, for the page. */
  public static Told of(VolumeTable table, Speech say, Locale locale) {
    return new FindingWords(say, locale, MOST_ALARMS)
        .tell(Findings.of(table), table.query().split());
  }

  static Told all(Findings findings, Split split, Speech say, Locale locale) {
    return new FindingWords(say, locale, Integer.MAX_VALUE).tell(findings, split);
  }

  private Told tell(Findings findings, Split split) {
    var groups = findings.groups().stream().map(group -> tell(group, split)).toList();
    return new Told(groups, caveats(findings));
  }

  private Told.Group tell(Group group, Split split) {
    List<Sentence> sentences = new ArrayList<>();
    if (group.periods() < InterruptedSeries.LEAST_BEFORE + InterruptedSeries.LEAST_AFTER) {
      sentences.add(
          nothing(
              say.text(
                  "findings.short",
                  InterruptedSeries.LEAST_BEFORE + InterruptedSeries.LEAST_AFTER,
                  group.periods())));
    } else {
      group.effects().forEach(effect -> sentences.add(effect(effect)));
      sentences.addAll(changes(group));
      sentences.addAll(alarms(group));
    }
    return new Told.Group(group.group(), GroupName.of(group.group(), split, say), sentences);
  }

  private Sentence effect(Effect effect) {
    var name = name(effect.band());
    if (effect.result().isEmpty()) {
      return nothing(
          say.text(
              "findings.band.few",
              name,
              InterruptedSeries.LEAST_BEFORE,
              InterruptedSeries.LEAST_AFTER));
    }
    Interruption found = effect.result().get();
    var level = found.level();
    var words = new StringBuilder();
    words.append(
        say.text(
            clear(level) ? "findings.band.clear" : "findings.band.unclear",
            name,
            day.format(found.start()),
            percent(level.estimate()),
            percent(level.low()),
            percent(level.high())));
    found
        .slope()
        .ifPresent(slope ->
            words
                .append(' ')
                .append(
                    say.text(
                        clear(slope) ? "findings.slope.clear" : "findings.slope.unclear",
                        tenths(slope.estimate()),
                        tenths(slope.low()),
                        tenths(slope.high()))));
    if (found.autocorrelated()) {
      words.append(' ').append(say.text("findings.alike"));
    }
    return new Sentence(
        clear(level) ? Kind.CLEAR : Kind.UNCLEAR,
        words.toString(),
        found.start(),
        effect.band().lastDay(),
        level.estimate(),
        level.low(),
        level.high());
  }

  private String name(Band band) {
    return band.demo()
        ? band.name(locale) + " (" + say.text("trends.band.demo") + ")"
        : band.name(locale);
  }

  private List<Sentence> changes(Group group) {
    if (group.periods() < ChangePoints.LEAST) {
      return List.of(nothing(say.text("findings.change.few", ChangePoints.LEAST, group.periods())));
    }
    if (group.changes().isEmpty()) {
      return List.of(nothing(say.text("findings.change.none")));
    }
    return group.changes().stream().map(change -> change(change, group)).toList();
  }

  private Sentence change(ChangePoint change, Group group) {
    var size = change.change();
    var words =
        say.text(
            "findings.change",
            day.format(change.at()),
            day.format(change.earliest()),
            day.format(change.latest()),
            percent(size.estimate()),
            percent(size.low()),
            percent(size.high()));
    LocalDate first = group.firstVisit();
    if (first != null && !first.isBefore(change.earliest()) && !first.isAfter(change.latest())) {
      words += " " + say.text("findings.change.visits");
    }
    return new Sentence(
        Kind.CLEAR,
        words,
        change.earliest(),
        change.latest(),
        size.estimate(),
        size.low(),
        size.high());
  }

  private List<Sentence> alarms(Group group) {
    if (group.noAlarms() != null) {
      return List.of(
          nothing(
              switch (group.noAlarms()) {
                case BY_DAY -> say.text("findings.alarm.day");
                case STOCK -> say.text("findings.alarm.stock");
              }));
    }
    var watch = group.watch();
    if (watch.judged() == 0) {
      return List.of(nothing(say.text("findings.alarm.few", Baseline.LEAST)));
    }
    if (watch.alarms().isEmpty()) {
      return List.of(nothing(say.text("findings.alarm.none", watch.judged())));
    }
    var alarms = watch.alarms();
    int left = Math.max(0, alarms.size() - mostAlarms);
    List<Sentence> sentences = new ArrayList<>();
    alarms.subList(left, alarms.size()).forEach(alarm -> sentences.add(alarm(alarm)));
    if (left > 0) {
      sentences.add(nothing(say.text("findings.alarm.more", left)));
    }
    return sentences;
  }

  private Sentence alarm(Alarm alarm) {
    var tenth = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(locale));
    return new Sentence(
        Kind.ALARM,
        say.text(
            alarm.tooMany() ? "findings.alarm.many" : "findings.alarm.under",
            day.format(alarm.start()),
            say.number(alarm.seen()),
            tenth.format(alarm.expected()),
            say.number(alarm.low()),
            say.number(alarm.high())),
        alarm.start(),
        alarm.start().plusDays(6),
        alarm.expected(),
        (double) alarm.low(),
        (double) alarm.high());
  }

  private List<String> caveats(Findings findings) {
    List<String> caveats = new ArrayList<>();
    if (findings.hidden() > 0) {
      caveats.add(say.text("findings.caveat.hidden", findings.hidden()));
    }
    findings.groups().stream()
        .filter(group -> group.since() != null)
        .findFirst()
        .ifPresent(group -> caveats.add(say.text("findings.caveat.since")));
    if (findings.outages() > 0) {
      caveats.add(say.text("findings.caveat.outages", findings.outages()));
    }
    if (findings.groups().stream().anyMatch(group -> !group.season())) {
      caveats.add(say.text("findings.caveat.season"));
    }
    if (findings.groups().stream().anyMatch(Group::afterwards)) {
      caveats.add(say.text("findings.caveat.afterwards"));
    }
    caveats.add(say.text("findings.caveat.cause"));
    caveats.add(say.text("findings.caveat.chance"));
    return caveats;
  }

  private static Sentence nothing(String words) {
    return new Sentence(Kind.NOTHING, words, null, null, null, null, null);
  }

  private static boolean clear(Interval interval) {
    return !interval.holds(0);
  }

  private String percent(double change) {
    return signed("+0;−0", change);
  }

  private String tenths(double change) {
    return signed("+0.0;−0.0", change);
  }

  private String signed(String pattern, double change) {
    // Without the sign where it rounds to nought.
    var words =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale))
            .format(change * PERCENT);
    return (words.matches("[+−]0([.,]0)?") ? words.substring(1) : words) + " %";
  }
}
