package org.maraude.crawler.extract;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times told backwards from now, in French and English: {@code il y a 2 heures}, {@code 3 days
 * ago}, {@code il y a 1 h 30}, {@code à l'instant}, and bare {@code 5 min}. Texts are lower case
 * and without accents.
 */
final class Ago {

  private static final String UNIT =
      "secondes?|seconds?|secs?|s|minutes?|mins?|min|mn|m|heures?|hours?|hrs?|h|jours?|days?|j|d"
          + "|semaines?|weeks?|sem|wk|w|mois|months?|mo|ans?|annees?|years?|yrs?|y";
  private static final String NUMBER =
      "\\d{1,4}|une?|an?|deux|two|trois|three|quelques|a few|moins d'une?";
  private static final String AMOUNTS =
      "((?:(?:" + NUMBER + ")\\s?(?:" + UNIT + ")\\b\\.?[,\\s]*(?:et |and )?){1,3})";

  private static final Pattern NOW =
      Pattern.compile("\\b(a l'instant|maintenant|just now|right now|now)\\b");
  private static final Pattern FRENCH =
      Pattern.compile(
          "\\b(?:il y a|depuis|voici|ca fait)\\s+(?:environ |plus de |pres de )?" + AMOUNTS);
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(?:about |over |almost )?" + AMOUNTS + "ago\\b");
  private static final Pattern BARE = Pattern.compile("^[-+~]?\\s?" + AMOUNTS + "$");
  private static final Pattern ONE = Pattern.compile("\\b(" + NUMBER + ")\\s?(" + UNIT + ")\\b");
  // What follows an hour without a unit is minutes: il y a 1 h 30.
  private static final Pattern MINUTES = Pattern.compile("\\b\\d{1,2}\\s?h\\s?([0-5]\\d)\\b");

  private Ago() {}

  static Optional<ZonedDateTime> of(String text, ZonedDateTime now) {
    if (NOW.matcher(text).find()) {
      return Optional.of(now);
    }
    for (var form : List.of(FRENCH, ENGLISH, BARE)) {
      var match = form.matcher(text);
      if (match.find()) {
        var back = minus(match.group(1), now);
        var minutes = MINUTES.matcher(text);
        boolean more = form == FRENCH && minutes.find(match.start());
        return Optional.of(more ? back.minusMinutes(Long.parseLong(minutes.group(1))) : back);
      }
    }
    return Optional.empty();
  }

  private static ZonedDateTime minus(String amounts, ZonedDateTime now) {
    var moment = now;
    var one = ONE.matcher(amounts);
    while (one.find()) {
      moment = moment.minus(number(one.group(1)), unit(one.group(2)));
    }
    return moment;
  }

  private static long number(String word) {
    return switch (word) {
      case "deux", "two" -> 2;
      case "trois", "three", "quelques", "a few" -> 3;
      default -> Character.isDigit(word.charAt(0)) ? Long.parseLong(word) : 1;
    };
  }

  private static ChronoUnit unit(String word) {
    return switch (word) {
      case "mois", "month", "months", "mo" -> ChronoUnit.MONTHS;
      case "m", "mn", "min", "mins", "minute", "minutes" -> ChronoUnit.MINUTES;
      default ->
          switch (word.charAt(0)) {
            case 's' -> word.startsWith("sem") ? ChronoUnit.WEEKS : ChronoUnit.SECONDS;
            case 'h' -> ChronoUnit.HOURS;
            case 'j', 'd' -> ChronoUnit.DAYS;
            case 'w' -> ChronoUnit.WEEKS;
            default -> ChronoUnit.YEARS;
          };
    };
  }
}
