package org.maraude.crawler.extract;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates of posting: ISO 8601 with or without zone, {@code 03/11/2026 14:05} (the day first),
 * {@code 3 novembre 2026 à 14h05}, {@code November 3, 2026}, {@code aujourd'hui 14:05}, {@code
 * hier}. A day without a time is its first moment. A text that is none of these has no date.
 */
final class PostedDate {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[t ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?");
  private static final Pattern DIGITS =
      Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "\\b(\\d{1,2})(?:er|st|nd|rd|th)?\\.?\\s+(?:de\\s+)?([a-z]{3,10})\\.?,?\\s+(?:de\\s+)?(\\d{4})\\b");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b([a-z]{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b");
  private static final Pattern TODAY = Pattern.compile("\\b(aujourd'?hui|today|hoy|azi)\\b");
  private static final Pattern YESTERDAY = Pattern.compile("\\b(hier|yesterday|ayer|ieri)\\b");
  private static final Pattern TIME =
      Pattern.compile("\\b([01]?\\d|2[0-3])\\s?[:h]\\s?([0-5]\\d)\\b");

  /** By their first letters, without accents, longest first where one begins another. */
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("ene", 1),
          Map.entry("ian", 1),
          Map.entry("fev", 2),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("avr", 4),
          Map.entry("apr", 4),
          Map.entry("abr", 4),
          Map.entry("mai", 5),
          Map.entry("may", 5),
          Map.entry("juin", 6),
          Map.entry("jun", 6),
          Map.entry("iun", 6),
          Map.entry("juil", 7),
          Map.entry("jul", 7),
          Map.entry("iul", 7),
          Map.entry("aou", 8),
          Map.entry("aug", 8),
          Map.entry("ago", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("noi", 11),
          Map.entry("dec", 12),
          Map.entry("dic", 12));

  private PostedDate() {}

  static @Nullable Instant parse(String text, ZoneId zone, Instant now) {
    if (text.isBlank() || text.length() > 200) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      // The usual case: a local form.
    }
    try {
      return local(plain(text), zone, now);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant local(String text, ZoneId zone, Instant now) {
    var iso = ISO.matcher(text);
    if (iso.find()) {
      return iso(iso, zone);
    }
    var day = day(text, zone, now);
    return day == null ? null : LocalDateTime.of(day, time(text)).atZone(zone).toInstant();
  }

  private static Instant iso(java.util.regex.Matcher iso, ZoneId zone) {
    var day = date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
    if (iso.group(4) == null) {
      return day.atStartOfDay(zone).toInstant();
    }
    int seconds = iso.group(6) == null ? 0 : Integer.parseInt(iso.group(6));
    var time =
        LocalTime.of(Integer.parseInt(iso.group(4)), Integer.parseInt(iso.group(5)), seconds);
    return LocalDateTime.of(day, time).atZone(zone).toInstant();
  }

  private static @Nullable LocalDate day(String text, ZoneId zone, Instant now) {
    if (TODAY.matcher(text).find()) {
      return now.atZone(zone).toLocalDate();
    }
    if (YESTERDAY.matcher(text).find()) {
      return now.atZone(zone).toLocalDate().minusDays(1);
    }
    var digits = DIGITS.matcher(text);
    if (digits.find()) {
      return date(digits.group(3), Integer.parseInt(digits.group(2)), digits.group(1));
    }
    var dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.find() && month(dayFirst.group(2)) > 0) {
      return date(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
    }
    var monthFirst = MONTH_FIRST.matcher(text);
    if (monthFirst.find() && month(monthFirst.group(1)) > 0) {
      return date(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
    }
    return null;
  }

  private static LocalTime time(String text) {
    var time = TIME.matcher(text);
    return time.find()
        ? LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)))
        : LocalTime.MIDNIGHT;
  }

  private static LocalDate date(String year, int month, String day) {
    return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
  }

  private static int month(String name) {
    var four = name.length() >= 4 ? MONTHS.get(name.substring(0, 4)) : null;
    return four != null ? four : MONTHS.getOrDefault(name.substring(0, 3), 0);
  }

  private static String plain(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Html.line(decomposed).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }
}
