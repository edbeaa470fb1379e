package org.maraude.analyzer.extract.phones;

import java.util.HashSet;
import java.util.Set;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.digits.NumberToken.Look;

/** What speaks for a run of numbers being one phone number. Filled token by token. */
final class Evidence {

  private static final int FEWEST_SURE_DIGITS = 3;
  private static final int FEWEST_PAIRS_WITH_WORDS = 4;
  private static final Set<String> CONJUNCTIONS = Set.of("et", "and", "y", "e", "si");

  private final Set<String> looseGaps = new HashSet<>();
  private int allDigits;
  private int softDigits;
  private int softWords;
  private int guessedDigits;
  private int loose;
  private int filled;
  private int tight;
  private int slashes;
  private int commas;
  private int listed;
  private boolean concluded;
  private int tokens;
  private boolean pairs = true;
  private boolean inDigits = true;

  void token(NumberToken token) {
    tokens++;
    allDigits += token.length();
    int soft = token.soft() ? token.length() : 0;
    softDigits += soft;
    softWords += token.spelt() ? soft : 0;
    guessedDigits += token.look() == Look.GUESS ? token.length() : 0;
    pairs &= token.length() == 2;
    inDigits &= token.look() == Look.DIGITS && !token.soft();
  }

  /** False when no number runs across this gap. */
  boolean gap(Gap gap, String between) {
    concluded = gap == Gap.FILLED && CONJUNCTIONS.contains(between.strip());
    switch (gap) {
      case TIGHT -> {
        tight++;
        slashes += between.equals("/") ? 1 : 0;
        commas += between.equals(",") ? 1 : 0;
        listed += between.strip().equals(",") ? 1 : 0;
      }
      case FILLED -> filled++;
      case LOOSE -> {
        loose++;
        looseGaps.add(between.strip());
      }
      case BREAK -> {
        return false;
      }
    }
    return true;
  }

  boolean suffices() {
    if (guessedDigits > 0 && (loose + filled > 0 || allDigits == guessedDigits)) {
      return false;
    }
    // «du 12/06 au 20/06» alternates; a number has one way.
    if (slashes > 0 && filled + loose > 0) {
      return false;
    }
    // «0,33 0,66» are decimals: a comma is between all or between none.
    if (commas > 0 && commas < tokens - 1) {
      return false;
    }
    // «en 06, 13, 83, 84 et 04» enumerates.
    if (inDigits && concluded && listed > 1 && listed == tokens - 2) {
      return false;
    }
    return isSure() && (loose == 0 || looseIsRegular());
  }

  /**
   * Whether enough of it cannot be anything but digits. In a long row of number words, and in
   * pairs, less will do: nobody writes prose like that.
   */
  private boolean isSure() {
    int sure = allDigits - softDigits;
    int softLetters = softDigits - softWords;
    boolean row = tokens >= 8 && softLetters * 2 <= allDigits && sure > 1;
    boolean allPairs = pairs && loose == 0 && sure > FEWEST_SURE_DIGITS;
    return 2 * softDigits <= allDigits || row || allPairs;
  }

  private boolean looseIsRegular() {
    boolean oneWay = looseGaps.size() == 1 || tight + filled == 0;
    return pairs && softDigits == 0 && tokens > FEWEST_PAIRS_WITH_WORDS && (oneWay || loose == 1);
  }

  /** Whether any of it is only a guess. */
  boolean isGuess() {
    return guessedDigits > 0;
  }

  /** Whether it is written in digits throughout. */
  boolean inDigits() {
    return inDigits;
  }
}
