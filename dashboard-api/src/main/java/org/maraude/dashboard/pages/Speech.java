package org.maraude.dashboard.pages;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.queue.ItemPage;
import org.maraude.dashboard.queue.SavedSearch;
import org.maraude.dashboard.review.Segment;
import org.maraude.places.Departements;
import org.springframework.context.MessageSource;

/**
 * Codes, times and numbers in the reader's language. A code that has no word yet is shown as it is:
 * better a strange word than a broken page. Times are UTC and say so; the script makes them local.
 */
public final class Speech {

  private static final int NAMED_SIGNS = 2;
  private static final int STAMP = 8;

  private final MessageSource messages;
  private final Locale locale;
  private final Clock clock;

  public Speech(MessageSource messages, Locale locale, Clock clock) {
    this.messages = messages;
    this.locale = Locale.forLanguageTag(languageOf(locale));
    this.clock = clock;
  }

  /** Pages exist in French and English; French stands for all others. */
  public static String languageOf(Locale locale) {
    return locale.getLanguage().equals("en") ? "en" : "fr";
  }

  /** The word of a code, such as {@code word("site", "RUNNING")}. */
  public String word(String family, Object code) {
    return or(family + "." + code, code.toString());
  }

  /** A message with its values. */
  public String text(String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** How much is new in a saved search. */
  public String fresh(SavedSearch search) {
    return search.fresh() < SavedSearch.MANY
        ? text("searches.fresh", search.fresh())
        : text("searches.many", SavedSearch.MANY);
  }

  /** A weight with its sign. */
  public String weight(double value) {
    var format = new DecimalFormat("+0.00;−0.00", DecimalFormatSymbols.getInstance(locale));
    return value == 0 ? format.format(0).substring(1) : format.format(value);
  }

  public String iso(Instant at) {
    return DateTimeFormatter.ISO_INSTANT.format(at);
  }

  public String time(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", locale)
        .withZone(ZoneOffset.UTC)
        .format(at);
  }

  /** A day of the calendar, short. */
  public String date(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(day);
  }

  /** How long something has been due, in days. */
  public String dueSince(long days) {
    return text("case.due", days);
  }

  /** A day, with its weekday. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(day);
  }

  /** A day with its name, for a calendar. */
  public String weekday(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEE d", locale).format(day);
  }

  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
  }

  /** The hour in Paris, where posts are planned. */
  public String paris(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(Paris.ZONE).format(at);
  }

  /** Day and hour in Paris. */
  public String parisTime(Instant at) {
    return text(
        "time.paris",
        DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", locale)
            .withZone(Paris.ZONE)
            .format(at));
  }

  /** A count, or the word for one that is hidden. */
  public String figure(@Nullable Long count) {
    return count == null ? text("report.hidden") : number(count);
  }

  /** The hour and minute alone. */
  public String clock(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm 'UTC'", locale).withZone(ZoneOffset.UTC).format(at);
  }

  /** The hour to the second. */
  public String second(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", locale)
        .withZone(ZoneOffset.UTC)
        .format(at);
  }

  public String since(Instant then) {
    return duration(Duration.between(then, clock.instant()));
  }

  /** How long it is until then; of the past, no time at all. */
  public String until(Instant then) {
    return duration(Duration.between(clock.instant(), then));
  }

  /** A share as whole percent, rounded down: 100 % means all. */
  public String percent(double share) {
    return text("share.percent", (long) Math.floor(share * 100 + 1e-9));
  }

  /** A number with two digits that is written with a point, as this language writes it. */
  public String hundredths(String written) {
    return new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(locale))
        .format(new BigDecimal(written));
  }

  public String decimal(double value) {
    return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(locale)).format(value);
  }

  /** What a field of a site file is called; the listings' cards are counted by start page. */
  public String field(String name) {
    return name.startsWith("cards-")
        ? text("site.cardsOf", name.substring("cards-".length()))
        : word("site.field", name);
  }

  public String duration(Duration length) {
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return text("time.moment");
    }
    if (length.compareTo(Duration.ofHours(1)) < 0) {
      return text("time.minutes", length.toMinutes());
    }
    if (length.compareTo(Duration.ofDays(1)) < 0) {
      return text("time.hours", length.toHours(), length.toMinutesPart());
    }
    return text("time.days", length.toDays(), length.toHoursPart());
  }

  /** Whole seconds from a parameter that anybody may have written. */
  public String seconds(@Nullable String given) {
    return given != null && given.matches("\\d{1,6}") ? given : "60";
  }

  /** Why a log-in with the provider did not come about; the code is one that anybody may write. */
  public String provider(@Nullable String code, String name) {
    boolean known = code != null && code.matches("unknown|disabled|unreachable|cancelled|failed");
    return messages.getMessage(
        "provider." + (known ? code : "failed"), new Object[] {name}, locale);
  }

  /** An indicator's name. */
  public String sign(String id) {
    return word("indicator", id);
  }

  /** The first indicators' names, and how many more there are. */
  public String signs(Collection<String> ids) {
    var names = ids.stream().distinct().map(this::sign).toList();
    if (names.isEmpty()) {
      return text("sign.none");
    }
    var named = new ArrayList<>(names.subList(0, Math.min(NAMED_SIGNS, names.size())));
    if (names.size() > NAMED_SIGNS) {
      named.add(text("sign.more", names.size() - NAMED_SIGNS));
    }
    return String.join(", ", named);
  }

  /** A department's name with its number; only the number where the official list has no name. */
  public String departement(@Nullable String code) {
    if (code == null || code.equals("?")) {
      return text("place.unknown");
    }
    return Departements.of(code)
        .map(official -> text("place.departement", official.name(), code))
        .orElseGet(() -> text("place.departement-unlisted", code));
  }

  /** A language's name in the reader's language. */
  public String language(String code) {
    var name = Locale.forLanguageTag(code).getDisplayLanguage(locale);
    return code.equals("und") || name.isEmpty() ? text("language.und") : name;
  }

  /** One reason of an assessment, {@code code} with its figure. */
  public String why(String code, String figure) {
    return reason("why.", code, figure);
  }

  /** What was missing for the adult queue. */
  public String missing(String code, String figure) {
    return reason("missing.", code, figure);
  }

  /** A figure may be a number, an indicator or a group. */
  private String reason(String family, String code, String figure) {
    var named = or("group." + figure, sign(figure));
    var known = messages.getMessage(family + code, new Object[] {named}, "", locale);
    return known == null || known.isEmpty() ? text("why.other", code, figure).strip() : known;
  }

  public String note(String code) {
    return word("note", code);
  }

  /** As much of a rule set's stamp as one can compare by eye. */
  public String stamp(String ruleset) {
    return ruleset.length() <= STAMP ? ruleset : ruleset.substring(0, STAMP);
  }

  /** Whether nothing but protective signs lies on these words. */
  public boolean onlyProtects(Segment piece, ItemPage item) {
    var protective = item.protective().stream().map(ItemPage.SignalCard::number).toList();
    return protective.containsAll(piece.marks());
  }

  /** The words of an error page; {@code part} is {@code title} or {@code text}. */
  public String error(@Nullable Integer status, String part) {
    var known = List.of(400, 403, 404, 409, 410, 413, 500);
    var page = status != null && known.contains(status) ? status.toString() : "other";
    return text("error." + page + "." + part);
  }

  private String or(String key, String otherwise) {
    var found = messages.getMessage(key, null, otherwise, locale);
    return found == null ? otherwise : found;
  }
}
