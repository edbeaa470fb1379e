package org.maraude.analyzer.extract.prices;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.patterns.QuickPattern;
import org.maraude.analyzer.extract.reading.FoldedText;

/** Durations that a price may be for, in digits or words. */
final class Durations {

  /** A duration and where it stands; {@code connected} when a word such as «per» leads to it. */
  record Duration(int minutes, int start, int end, boolean connected) {}

  /** How far a duration reaches from a number or from the word that marks it. */
  private static final int REACH = 16;

  /**
   * What every duration holds that has no number: the word for hour, or a slash before its sign.
   */
  private static final List<String> MARKS =
      List.of("heure", "hour", "ora", "horaire", "½", "/h", "/ h", "l'h");

  private static final String HALF_MORE = "(?:\\s(?:et|and|y)\\s(?:a\\s)?(?:demie?|half|media))?";

  private static final QuickPattern DURATION =
      QuickPattern.compile(
          "(?<![a-z\\d])(?:(\\d{1,2})\\s?h(?:eures?|ours?|oras?|ore|rs?)?\\s?([0-5]\\d)?(?![a-z\\d])"
              + "|(\\d{1,3})\\s?(?:minutes?|minutos?|minute|minuti|mins?|mn|['’])(?![a-z])"
              + "|(?:la\\s|une\\s|the\\s|l['’])?(demi[\\s-]?heure|half[\\s-](?:an\\s)?hour|media\\shora|jumatate\\sde\\sora|mezz['’]?\\s?ora|meia\\shora)"
              + "|(quart\\sd['’]\\s?heure|sfert\\sde\\sora)"
              + "|((?:une?|one|an|o|a|per|pe|por|all|the|l['’]|de\\sl['’]|la|una|uma)\\s?['’]?\\s?(?:heure|hour|hora|oras?|hr?)"
              + HALF_MORE
              + "|(?:tarif|prix)\\shoraire|hourly)"
              + "(?![a-z]))|(1/2|½)\\s?h(?:eure|our)?(?![a-z])"
              + "|(/\\s?(?:heure|hour|hora|ora|hr?)(?![a-z]))");

  private static final Pattern HALF_AT_END = Pattern.compile("(?:demie?|half|media)$");

  private static final Pattern SPELT_UNIT =
      Pattern.compile(
          "\\s?(?:(minutes?|min|minutos?)|(heures?|hours?|horas?|ore))(?![a-z])("
              + HALF_MORE
              + ")");
  private static final QuickPattern CONNECTED =
      QuickPattern.compile("(?:/|l['’]|\\b(?:la|les|pour|par|per|an|pe|por|o|for|the|a)\\s)\\s?$");

  private Durations() {}

  static List<Duration> of(FoldedText text, List<NumberToken> numbers) {
    List<Duration> durations = new ArrayList<>();
    String folded = text.folded();
    // The raw sign of a half folds to its first digit.
    String read = text.raw().indexOf('½') < 0 ? folded : halves(text);
    BitSet near = near(read, numbers);
    for (int from = near.nextSetBit(0); from >= 0; ) {
      int to = near.nextClearBit(from);
      for (Matcher found = DURATION.find(read, from, to);
          found != null;
          found = DURATION.find(read, found.end(), to)) {
        durations.add(
            new Duration(minutes(found), found.start(), found.end(), connected(found, folded)));
      }
      from = near.nextSetBit(to);
    }
    for (NumberToken token : numbers) {
      Matcher unit = SPELT_UNIT.matcher(folded).region(token.end(), folded.length());
      if (token.spelt() && token.length() <= 2 && unit.lookingAt() && token.value() > 0) {
        int minutes = unit.group(1) != null ? token.value() : 60 * token.value();
        minutes += unit.group(3).isEmpty() ? 0 : 30;
        durations.add(new Duration(minutes, token.start(), unit.end(), false));
      }
    }
    durations.sort(Comparator.comparingInt(Duration::start));
    return durations;
  }

  /** The last duration that ends at or before a place; null for none. */
  static @Nullable Duration before(List<Duration> durations, int place) {
    int next = firstFrom(durations, place);
    while (next > 0 && durations.get(next - 1).end() > place) {
      next--;
    }
    return next > 0 ? durations.get(next - 1) : null;
  }

  /** The first duration that begins at or behind a place; null for none. */
  static @Nullable Duration after(List<Duration> durations, int place) {
    int next = firstFrom(durations, place);
    return next < durations.size() ? durations.get(next) : null;
  }

  private static int firstFrom(List<Duration> durations, int place) {
    int low = 0;
    int high = durations.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (durations.get(middle).start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The parts of a text where a duration can be: around numbers, and around the word for hour. */
  private static BitSet near(String read, List<NumberToken> numbers) {
    BitSet near = new BitSet(read.length());
    for (NumberToken token : numbers) {
      if (!token.spelt()) {
        near.set(token.start(), Math.min(read.length(), token.end() + REACH));
      }
    }
    for (String mark : MARKS) {
      for (int at = read.indexOf(mark); at >= 0; at = read.indexOf(mark, at + 1)) {
        near.set(Math.max(0, at - REACH), Math.min(read.length(), at + REACH));
      }
    }
    return near;
  }

  private static String halves(FoldedText text) {
    StringBuilder read = new StringBuilder(text.folded());
    for (int at = text.raw().indexOf('½'); at >= 0; at = text.raw().indexOf('½', at + 1)) {
      read.setCharAt(at, '½');
    }
    return read.toString();
  }

  private static boolean connected(Matcher found, String folded) {
    return found.group(6) != null
        || found.group(8) != null
        || CONNECTED.isIn(folded.substring(Math.max(0, found.start() - 8), found.start()));
  }

  private static int minutes(Matcher found) {
    if (found.group(1) != null) {
      String rest = found.group(2);
      return 60 * Integer.parseInt(found.group(1)) + (rest == null ? 0 : Integer.parseInt(rest));
    }
    if (found.group(3) != null) {
      return Integer.parseInt(found.group(3));
    }
    boolean half = found.group(4) != null || found.group(7) != null;
    String hour = found.group(6);
    int more = hour != null && HALF_AT_END.matcher(hour).find() ? 30 : 0;
    return half ? 30 : found.group(5) != null ? 15 : 60 + more;
  }
}
