package org.maraude.analyzer.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.events.assessment.Facts.Price;
import org.maraude.events.assessment.Span;

/**
 * Reads prices with their currency and, where one stands beside, the duration they are for. In a
 * list («30min 80€ 1h 150€») the first pair tells whether durations lead or follow. Thread safe.
 */
final class PriceReader {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** How far a duration may stand from its price, in UTF-16 units. */
  private static final int NEAR = 16;

  private static final String AMOUNT =
      "(\\d{1,3}(?:[ .\u00A0\u202F]\\d{3})+|\\d{1,5})(?:[.,](\\d{2}))?";
  private static final Pattern PRICE =
      Pattern.compile(
          "(?<![\\d,.])"
              + AMOUNT
              + "\\s?(€|euros?|eur|(?<=\\d{2}\\s?)e|£|gbp|pounds?|\\$|usd|dollars?|lei|ron|chf|francs|roses?|bisous?|🌹)(?![\\p{L}\\d])"
              + "|(€|£|\\$)\\s?"
              + AMOUNT
              + "(?![\\d€£$])",
          FLAGS);
  private static final Pattern DURATION =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(\\d{1,2})\\s?h(?:eures?|ours?|oras?|r)?\\s?([0-5]\\d)?(?![\\p{L}\\d])"
              + "|(\\d{1,3})\\s?(?:minutes?|minutos?|min|mn|['’])(?!\\p{L})"
              + "|(demi[\\s-]?heure|(?:1/2|½)\\s?h(?:eure|our)?|half[\\s-](?:an\\s)?hour|media\\shora)"
              + "|(quart\\sd['’]heure)"
              + "|((?:une?|one|an|per|l['’]|de\\sl['’]|la|una|/)\\s?(?:heure|hour|hora|h)))(?!\\p{L})",
          FLAGS);

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "£", "GBP", "g", "GBP", "p", "GBP", "$", "USD", "u", "USD", "d", "USD", "l", "RON", "c",
          "CHF", "f", "CHF");

  private record Found(BigDecimal amount, String currency, int start, int end) {}

  private record Duration(int minutes, int start, int end) {}

  private PriceReader() {}

  /** Prices in the joined text, with spans by field. */
  static List<Price> read(AdText ad, Stretches contacts) {
    String text = ad.joined();
    List<Found> prices = prices(text, contacts);
    if (prices.isEmpty()) {
      return List.of();
    }
    List<Duration> durations = durations(text);
    int first = prices.getFirst().start();
    boolean leads =
        durations.stream().anyMatch(d -> d.end() <= first && belongs(text, d.end(), first));
    List<Price> result = new ArrayList<>();
    for (Found price : prices) {
      Span span = ad.span(price.start(), price.end());
      Integer minutes = minutes(text, price, durations, leads);
      result.add(
          new Price(
              price.amount(), price.currency(), minutes, span.field(), span.start(), span.end()));
    }
    return result;
  }

  /** The first price in a field that the site sets apart; a bare number is in euros. */
  static List<Price> field(String value) {
    List<Price> prices = read(new AdText(value, ""), new Stretches());
    if (!prices.isEmpty()) {
      return prices.stream()
          .map(p -> new Price(p.amount(), p.currency(), p.minutes(), Span.Field.TITLE, 0, 0))
          .toList();
    }
    return value.strip().matches("\\d{2,5}")
        ? List.of(new Price(new BigDecimal(value.strip()), "EUR", null, Span.Field.TITLE, 0, 0))
        : List.of();
  }

  private static List<Found> prices(String text, Stretches contacts) {
    List<Found> found = new ArrayList<>();
    for (Matcher price = PRICE.matcher(text); price.find(); ) {
      if (contacts.touch(price.start(), price.end())) {
        continue;
      }
      boolean signFirst = price.group(4) != null;
      String whole = price.group(signFirst ? 5 : 1);
      String cents = price.group(signFirst ? 6 : 2);
      String sign = price.group(signFirst ? 4 : 3);
      String digits = whole.replaceAll("\\D", "") + (cents == null ? "" : "." + cents);
      found.add(new Found(new BigDecimal(digits), currency(sign), price.start(), price.end()));
    }
    return found;
  }

  private static String currency(String sign) {
    String lower = sign.toLowerCase(Locale.ROOT);
    if (lower.startsWith("ro") && !lower.startsWith("ros")) {
      return "RON";
    }
    return CURRENCIES.getOrDefault(lower.substring(0, 1), "EUR");
  }

  private static List<Duration> durations(String text) {
    List<Duration> durations = new ArrayList<>();
    for (Matcher found = DURATION.matcher(text); found.find(); ) {
      durations.add(new Duration(minutes(found), found.start(), found.end()));
    }
    return durations;
  }

  private static int minutes(Matcher found) {
    if (found.group(1) != null) {
      String rest = found.group(2);
      return 60 * Integer.parseInt(found.group(1)) + (rest == null ? 0 : Integer.parseInt(rest));
    }
    if (found.group(3) != null) {
      return Integer.parseInt(found.group(3));
    }
    return found.group(4) != null ? 30 : found.group(5) != null ? 15 : 60;
  }

  private static @Nullable Integer minutes(
      String text, Found price, List<Duration> durations, boolean leads) {
    Duration before = null;
    Duration after = null;
    for (Duration each : durations) {
      if (each.end() <= price.start() && belongs(text, each.end(), price.start())) {
        before = each;
      } else if (after == null
          && each.start() >= price.end()
          && belongs(text, price.end(), each.start())) {
        after = each;
      }
    }
    Duration chosen = leads ? (before != null ? before : after) : (after != null ? after : before);
    return chosen == null ? null : chosen.minutes();
  }

  private static boolean belongs(String text, int from, int to) {
    if (to - from > NEAR) {
      return false;
    }
    String between = text.substring(from, to);
    return between.indexOf('\n') < 0 && between.indexOf(';') < 0 && !PRICE.matcher(between).find();
  }
}
