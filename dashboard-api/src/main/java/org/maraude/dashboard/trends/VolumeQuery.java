package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question about volumes.
 *
 * @param from first day; the period that holds it is counted whole
 * @param to last day, inclusive; the period that holds it is counted whole
 */
public record VolumeQuery(LocalDate from, LocalDate to, Step by, Split split, Measure measure) {

  private static final int LONGEST_YEARS = 10;
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
    from = by.startOf(from);
    to = by.after(by.startOf(to)).minusDays(1);
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
  static VolumeQuery parse(
      @Nullable String from,
      @Nullable String to,
      @Nullable String by,
      @Nullable String split,
      @Nullable String measure,
      LocalDate today) {
    var last = day("to", to, today);
    return new VolumeQuery(
        day("from", from, last.minusWeeks(USUAL_WEEKS)),
        last,
        word("by", by, Step.WEEK, Step.class),
        word("split", split, Split.NONE, Split.class),
        word("measure", measure, Measure.NEW, Measure.class));
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
    return "from=%s&to=%s&by=%s&split=%s&measure=%s"
        .formatted(from, to, word(by), word(split), word(measure));
  }
}
