package org.maraude.crawler.extract;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Months and days of the week by their French, English, Spanish and Romanian names or the first
 * letters of those, at least three and as many as tell them apart: {@code juil}, but not {@code
 * jui}. Lower case, without accents.
 */
final class CalendarNames {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.FRENCH, Locale.ENGLISH, Locale.of("es"), Locale.of("ro"));
  private static final int SHORTEST = 3;

  private static final Map<String, Optional<Month>> MONTHS =
      prefixes(
          List.of(Month.values()),
          month -> language -> month.getDisplayName(TextStyle.FULL, language));
  private static final Map<String, Optional<DayOfWeek>> DAYS =
      prefixes(
          List.of(DayOfWeek.values()),
          day -> language -> day.getDisplayName(TextStyle.FULL, language));

  private CalendarNames() {}

  static Optional<Month> month(String name) {
    return MONTHS.getOrDefault(name, Optional.empty());
  }

  static Optional<DayOfWeek> day(String name) {
    return DAYS.getOrDefault(name, Optional.empty());
  }

  /** A beginning that two values share stands for neither. */
  private static <T> Map<String, Optional<T>> prefixes(
      List<T> values, Function<T, Function<Locale, String>> names) {
    var prefixes = new HashMap<String, Optional<T>>();
    for (var value : values) {
      for (var language : LANGUAGES) {
        var name = plain(names.apply(value).apply(language));
        for (int end = SHORTEST; end <= name.length(); end++) {
          prefixes.merge(
              name.substring(0, end),
              Optional.of(value),
              (known, other) -> known.equals(other) ? known : Optional.empty());
        }
      }
    }
    return Map.copyOf(prefixes);
  }

  /** Lower case, without accents. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
