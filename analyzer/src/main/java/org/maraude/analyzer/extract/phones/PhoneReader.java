package org.maraude.analyzer.extract.phones;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maraude.analyzer.extract.digits.NumberReader;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Hit;
import org.maraude.analyzer.extract.reading.Stretches;

/**
 * Finds phone numbers, also disguised ones: looks among all numbers of the text for runs that dial.
 * A run begins and ends where a written number does, so no piece is ever cut out of a longer
 * figure. What nothing was found in is read once more, as somebody might have meant it. Thread
 * safe.
 */
public final class PhoneReader {

  /** Below this many digits even a guess has too little to stand on. */
  private static final int FEWEST_DIGITS = 4;

  /** The longest spelt number, and how many guesses one text is worth. */
  private static final int LONGEST_GUESS = 160;

  private static final int MOST_GUESSES = 20;
  private static final int LONGEST_DIALLED = 18;

  private final NumberReader reader;

  public PhoneReader(NumberReader reader) {
    this.reader = reader;
  }

  /** Cheap test by which texts without a number are let go. */
  public static boolean mayHoldOne(List<NumberToken> tokens) {
    int digits = 0;
    for (NumberToken token : tokens) {
      digits += token.length();
    }
    return digits >= FEWEST_DIGITS;
  }

  /**
   * The phone numbers of a text, in its order, none overlapping.
   *
   * @param numbers all numbers of the text
   * @param region where a number without country code is dialled from, ISO 3166-1 alpha-2
   * @param taken what is another contact or another figure already; what is found is added
   */
  public List<Hit> read(
      FoldedText text, List<NumberToken> numbers, String region, Stretches taken) {
    List<Hit> hits = new ArrayList<>();
    PhoneRuns written = new PhoneRuns(text, free(text, numbers, taken), region, taken, false);
    List<NumberToken> left = find(written, taken, hits);
    int readUntil = 0;
    int looks = 0;
    for (NumberToken token : left) {
      boolean begins = token.digits().charAt(0) == '0' || Plus.before(text, token.start()) >= 0;
      if (begins && token.start() >= readUntil && looks < MOST_GUESSES) {
        readUntil = Math.min(text.length(), token.start() + LONGEST_GUESS);
        looks++;
        List<NumberToken> guessed = free(text, reader.guess(text, token.start(), readUntil), taken);
        find(new PhoneRuns(text, guessed, region, taken, true), taken, hits);
      }
    }
    hits.sort(Comparator.comparingInt(Hit::start));
    return hits;
  }

  /** Whether the numbers within a stretch, all taken together, dial. */
  public static boolean dials(List<NumberToken> numbers, int start, int end, String region) {
    StringBuilder digits = new StringBuilder();
    for (NumberToken token : numbers) {
      if (token.start() >= start && token.end() <= end) {
        digits.append(token.digits());
      }
    }
    return digits.length() > 0
        && digits.length() <= LONGEST_DIALLED
        && new Dialling(region).dial(digits.toString(), false).isPresent();
  }

  private static List<NumberToken> free(
      FoldedText text, List<NumberToken> numbers, Stretches taken) {
    return numbers.stream()
        .filter(token -> !taken.touch(token.start(), token.end()))
        .filter(token -> !afterMask(text.raw(), token.start()))
        .toList();
  }

  /** The last digits of a number that was masked already: no digit stands before its stars. */
  private static boolean afterMask(String text, int start) {
    if (start < 3 || !text.startsWith("** ", start - 3)) {
      return false;
    }
    int before = start - 4 - (start > 3 && text.charAt(start - 4) == ' ' ? 1 : 0);
    return before < 0 || !Character.isDigit(text.charAt(before));
  }

  /** Adds what is found; returns the numbers that are part of nothing. */
  private static List<NumberToken> find(PhoneRuns runs, Stretches taken, List<Hit> hits) {
    List<NumberToken> tokens = runs.tokens();
    List<NumberToken> left = new ArrayList<>();
    for (int at = 0; at < tokens.size(); ) {
      Optional<PhoneRuns.Run> run = runs.from(at);
      if (run.isPresent()) {
        Hit hit = run.get().hit();
        hits.add(hit);
        taken.add(hit.start(), hit.end());
        at = run.get().next();
      } else {
        left.add(tokens.get(at));
        at++;
      }
    }
    return left;
  }
}
