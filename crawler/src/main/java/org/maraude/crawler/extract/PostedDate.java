package org.maraude.crawler.extract;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates of posting as classifieds show them: ISO 8601, RFC 1123 and Unix times; {@code
 * 12/03/2026 14:05} (the day first); {@code 12 mars} (the last one); {@code March 12, 2026}; {@code
 * aujourd'hui 14:05}, {@code hier}, {@code lundi 9h}; {@code il y a 2 heures} ({@link Ago}). What
 * names no zone is in the site's. A day without a time is its first moment. A text that is none of
 * these, or more than a day in the future, has no date.
 */
final class PostedDate {

  private static final int LONGEST = 200;
  private static final Duration FUTURE = Duration.ofDays(1);
  private static final Instant FIRST_UNIX = Instant.parse("2001-09-09T01:46:40Z");

  private static final Pattern UNIX = Pattern.compile("(\\d{10})(\\d{3})?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?=\\D|$)");
  private static final Pattern DIGITS =
      Pattern.compile("\\b(\\d{1,2})([/.-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?\\b(?![/.-]?\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "\\b(\\d{1,2})(?:er|st|nd|rd|th)?\\.?[\\s-]+(?:de\\s+|of\\s+)?([a-z]{3,10})\\.?"
              + "(?:,?[\\s-]+(?:de\\s+)?(\\d{4})\\b)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b([a-z]{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:h])(?:,?\\s+(\\d{4})\\b)?");
  private static final Pattern BEFORE_YESTERDAY =
      Pattern.compile("\\b(avant[- ]hier|day before yesterday)\\b");
  private static final Pattern YESTERDAY = Pattern.compile("\\b(hier|yesterday|ayer|ieri)\\b");
  private static final Pattern TODAY =
      Pattern.compile(
          "\\b(aujourd'?\\s?hui|today|hoy|azi|ce (matin|soir|midi)|cet apres-midi|cette nuit"
              + "|this (morning|afternoon|evening)|tonight)\\b");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,10}");
  private static final Pattern LAST = Pattern.compile("\\b(dernier|last)\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)([01]?\\d|2[0-3])(?:\\s?[:h]\\s?([0-5]\\d)(?::([0-5]\\d))?|\\s?h(?:eures?)?\\b"
              + "|(?=\\s?[ap]\\.?m\\b))\\s?(?:([ap])\\.?m\\b)?");
  private static final Pattern NAMED_ZONE =
      Pattern.compile("(?<![a-z])(?:gmt|utc|z)\\b\\s?(?:([+-])(\\d{1,2}):?(\\d{2})?)?");
  private static final Pattern OFFSET =
      Pattern.compile("(?<=:\\d\\d)\\s?([+-])(\\d{2}):?(\\d{2})?$");
  private static final Pattern ONLY_TIME = Pattern.compile("(?:a |at )?[\\d:h\\sapm.]+");

  private final String text;
  private final ZonedDateTime now;

  private PostedDate(String text, ZonedDateTime now) {
    this.text = text;
    this.now = now;
  }

  static @Nullable Instant parse(String text, ZoneId zone, Instant now) {
    if (text.isBlank() || text.length() > LONGEST) {
      return null;
    }
    var exact = text.strip();
    var plain = CalendarNames.plain(Html.line(text)).replace('\u2019', '\'');
    return attempt(() -> Optional.of(OffsetDateTime.parse(exact).toInstant()))
        .or(() -> attempt(() -> Optional.of(rfc1123(exact))))
        .or(() -> attempt(() -> unix(exact)))
        .or(() -> attempt(() -> new PostedDate(plain, now.atZone(zone)).local()))
        .filter(moment -> !moment.isAfter(now.plus(FUTURE)))
        .orElse(null);
  }

  private static Optional<Instant> attempt(Supplier<Optional<Instant>> form) {
    try {
      return form.get();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant rfc1123(String text) {
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
  }

  private static Optional<Instant> unix(String text) {
    var unix = UNIX.matcher(text);
    return unix.matches()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(unix.group(1))))
            .filter(moment -> !moment.isBefore(FIRST_UNIX))
        : Optional.empty();
  }

  private Optional<Instant> local() {
    var ago = Ago.of(text, now);
    if (ago.isPresent()) {
      return ago.map(ZonedDateTime::toInstant);
    }
    return calendarDay()
        .or(this::spokenDay)
        .map(day -> day.atTime(time().orElse(LocalTime.MIDNIGHT)).atZone(zone()).toInstant())
        .or(this::timeAlone);
  }

  private ZoneId zone() {
    var bare = OFFSET.matcher(text);
    var named = NAMED_ZONE.matcher(text);
    var offset = bare.find() ? bare : named;
    if (offset == named && !named.find()) {
      return now.getZone();
    }
    if (offset.group(1) == null) {
      return ZoneOffset.UTC;
    }
    int sign = offset.group(1).equals("-") ? -1 : 1;
    int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
    return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes);
  }

  private Optional<LocalDate> calendarDay() {
    var yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.find()) {
      return Optional.of(
          date(yearFirst.group(1), number(yearFirst.group(2)), number(yearFirst.group(3))));
    }
    var digits = DIGITS.matcher(text);
    if (digits.find()) {
      int first = number(digits.group(1));
      int second = number(digits.group(3));
      // 12/25/2026 can only be the American order.
      boolean monthFirst = second > 12 && first <= 12;
      return Optional.of(
          monthFirst ? date(digits.group(4), first, second) : date(digits.group(4), second, first));
    }
    return named(DAY_FIRST.matcher(text), 2, 1).or(() -> named(MONTH_FIRST.matcher(text), 1, 2));
  }

  private Optional<LocalDate> named(Matcher date, int month, int day) {
    while (date.find()) {
      var name = CalendarNames.month(date.group(month));
      if (name.isPresent()) {
        return Optional.of(date(date.group(3), name.get().getValue(), number(date.group(day))));
      }
    }
    return Optional.empty();
  }

  private Optional<LocalDate> spokenDay() {
    var today = now.toLocalDate();
    if (BEFORE_YESTERDAY.matcher(text).find()) {
      return Optional.of(today.minusDays(2));
    }
    if (YESTERDAY.matcher(text).find()) {
      return Optional.of(today.minusDays(1));
    }
    return TODAY.matcher(text).find() ? Optional.of(today) : weekday();
  }

  private Optional<LocalDate> weekday() {
    return WORD.matcher(text)
        .results()
        .flatMap(word -> CalendarNames.day(word.group()).stream())
        .findFirst()
        .map(day -> {
          int back = Math.floorMod(now.getDayOfWeek().getValue() - day.getValue(), 7);
          boolean later = time().filter(now.toLocalTime()::isBefore).isPresent();
          boolean before = back == 0 && (later || LAST.matcher(text).find());
          return now.toLocalDate().minusDays(before ? 7 : back);
        });
  }

  /** As 14:05 alone: today's, or yesterday's where today's is still to come. */
  private Optional<Instant> timeAlone() {
    if (!ONLY_TIME.matcher(text).matches()) {
      return Optional.empty();
    }
    return time()
        .map(time -> {
          var today = now.with(time);
          return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
        });
  }

  private Optional<LocalTime> time() {
    var match = TIME.matcher(text);
    while (match.find()) {
      int hour = number(match.group(1));
      var half = match.group(4);
      if (half == null || hour >= 1 && hour <= 12) {
        int minute = match.group(2) == null ? 0 : number(match.group(2));
        int second = match.group(3) == null ? 0 : number(match.group(3));
        int of24 = half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
        return Optional.of(LocalTime.of(of24, minute, second));
      }
    }
    return Optional.empty();
  }

  /** Without a year the last such day; with two digits of one in this century. */
  private LocalDate date(@Nullable String year, int month, int day) {
    if (year != null) {
      return LocalDate.of(year.length() == 2 ? 2000 + number(year) : number(year), month, day);
    }
    int thisYear = now.getYear();
    for (int candidate : List.of(thisYear, thisYear - 1, thisYear - 2, thisYear - 3)) {
      boolean exists = java.time.YearMonth.of(candidate, month).isValidDay(day);
      if (exists && !LocalDate.of(candidate, month, day).isAfter(now.toLocalDate().plusDays(1))) {
        return LocalDate.of(candidate, month, day);
      }
    }
    throw new DateTimeException("no such day");
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
