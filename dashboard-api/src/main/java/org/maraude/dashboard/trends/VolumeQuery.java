package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question about volumes.
 *
 * @param from first day; the period that holds it is counted whole
 * @param to last day, inclusive; the period that holds it is counted whole
 * @param weeksEarlier the periods so many weeks before stand beside: the same weekdays; 0 for none
 */
public record VolumeQuery(
    LocalDate from,
    LocalDate to,
    Step by,
    Split split,
    Measure measure,
    Per per,
    int weeksEarlier) {

  private static final int LONGEST_YEARS = 10;
  private static final int LONGEST_DAYS = 800;
  private static final int MOST_WEEKS_EARLIER = 1040;

  /** A year of whole weeks, so that weekdays lie below each other. */
  public static final int YEAR = 52;

  private static final int USUAL_WEEKS = 26;

  /**
   * @throws BadVolumeQueryException when the days are the wrong way round or too far apart
   */
  public VolumeQuery {
    if (to.isBefore(from)) {
      throw new BadVolumeQueryException("order", "'from' comes after 'to'; swap them");
    }
    if (from.plusYears(LONGEST_YEARS).isBefore(to)) {
      throw new BadVolumeQueryException("long", "ask for ten years at most");
    }
    if (by == Step.DAY && from.plusDays(LONGEST_DAYS).isBefore(to)) {
      throw new BadVolumeQueryException("days", "ask for two years of days at most, or by week");
    }
    if (weeksEarlier < 0 || weeksEarlier > MOST_WEEKS_EARLIER) {
      throw new BadVolumeQueryException(
          "earlier", "'compare' comes before 'from', by a week at least");
    }
    from = by.startOf(from);
    to = by.after(by.startOf(to)).minusDays(1);
  }

  /** A count a period, with nothing beside it. */
  public VolumeQuery(LocalDate from, LocalDate to, Step by, Split split, Measure measure) {
    this(from, to, by, split, measure, Per.COUNT, 0);
  }

  /** The question about the earlier periods; null when none is asked for. */
  @Nullable VolumeQuery compared() {
    return weeksEarlier == 0
        ? null
        : new VolumeQuery(
            from.minusWeeks(weeksEarlier), to.minusWeeks(weeksEarlier), by, split, measure, per, 0);
  }

  /** Weekly new ads of the last half year: what a newcomer is shown. */
  public static VolumeQuery usual(LocalDate today) {
    return new VolumeQuery(
        today.minusWeeks(USUAL_WEEKS), today, Step.WEEK, Split.NONE, Measure.NEW);
  }

  /**
   * Reads the parameters; what is left out is as {@link #usual}.
   *
   * @throws BadVolumeQueryException with what is wrong
   */
  static VolumeQuery parse(Asked asked, LocalDate today) {
    var last = day("to", asked.to(), today);
    var first = day("from", asked.from(), last.minusWeeks(USUAL_WEEKS));
    return new VolumeQuery(
        first,
        last,
        word("by", asked.by(), Step.WEEK, Step.class),
        word("split", asked.split(), Split.NONE, Split.class),
        word("measure", asked.measure(), Measure.NEW, Measure.class),
        word("per", asked.per(), Per.COUNT, Per.class),
        weeksEarlier(asked.compare(), first));
  }

  /**
   * A question as it came, each part of it null when it was left out.
   *
   * @param compare {@code none}, {@code year} or the earlier period's first day, which is taken to
   *     the nearest same weekday
   */
  record Asked(
      @Nullable String from,
      @Nullable String to,
      @Nullable String by,
      @Nullable String split,
      @Nullable String measure,
      @Nullable String per,
      @Nullable String compare) {}

  private static int weeksEarlier(@Nullable String compare, LocalDate from) {
    if (compare == null || compare.isBlank() || compare.strip().equals("none")) {
      return 0;
    }
    if (compare.strip().equals("year")) {
      return YEAR;
    }
    long days = ChronoUnit.DAYS.between(day("compare", compare, from), from);
    int weeks = (int) Math.round(days / 7.0);
    if (weeks < 1) {
      throw new BadVolumeQueryException(
          "earlier", "'compare' comes before 'from', by a week at least");
    }
    return weeks;
  }

  private static LocalDate day(String name, @Nullable String text, LocalDate otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      var day = LocalDate.parse(text.strip());
      if (day.getYear() < 1970 || day.getYear() > 9000) {
        throw new BadVolumeQueryException("date", "'" + name + "' is out of range");
      }
      return day;
    } catch (DateTimeParseException e) {
      throw new BadVolumeQueryException("date", "'" + name + "' is not a date like 2026-01-31");
    }
  }

  private static <E extends Enum<E>> E word(
      String name, @Nullable String text, E otherwise, Class<E> type) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    var values = type.getEnumConstants();
    for (E value : values) {
      if (word(value).equals(text.strip())) {
        return value;
      }
    }
    var known = Arrays.stream(values).map(VolumeQuery::word).collect(Collectors.joining(", "));
    throw new BadVolumeQueryException("choice", "'%s' is one of %s".formatted(name, known));
  }

  /** As it stands in addresses. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The parameters that ask this question again. */
  public String parameters() {
    return "from=%s&to=%s&by=%s&split=%s&measure=%s&per=%s&compare=%s"
        .formatted(from, to, word(by), word(split), word(measure), word(per), compare());
  }

  /** What the periods stand beside, as it stands in addresses. */
  public String compare() {
    return switch (weeksEarlier) {
      case 0 -> "none";
      case YEAR -> "year";
      default -> from.minusWeeks(weeksEarlier).toString();
    };
  }
}
