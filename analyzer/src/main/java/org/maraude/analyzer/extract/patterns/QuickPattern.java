package org.maraude.analyzer.extract.patterns;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Pattern} that is tried only at places whose next three characters can begin a match; it
 * finds what the pattern finds. Which characters can is read from the expression itself. Immutable.
 *
 * <pre>{@code
 * for (Matcher found = SIGN.find(text, 0); found != null; found = SIGN.find(text, found.end())) {…}
 * }</pre>
 */
public final class QuickPattern {

  private static final int THREE = (1 << 3 * Symbols.BITS) - 1;

  private final Pattern pattern;
  private final boolean[] begins = new boolean[THREE + 1];

  private QuickPattern(Pattern pattern, BitSet beginnings) {
    this.pattern = pattern;
    beginnings.stream().forEach(three -> begins[three] = true);
  }

  /**
   * @throws IllegalArgumentException for an expression that can match where nothing stands, or is
   *     written in ways that {@link ExpressionReader} does not know
   */
  public static QuickPattern compile(String expression) {
    return new QuickPattern(
        Pattern.compile(expression), ExpressionReader.beginnings(expression).whole());
  }

  /** The match that begins at this very place; null for none. */
  public @Nullable Matcher at(String text, int at) {
    int three =
        Symbols.at(text, at) << 2 * Symbols.BITS
            | Symbols.at(text, at + 1) << Symbols.BITS
            | Symbols.at(text, at + 2);
    return begins[three] ? match(text, at, text.length()) : null;
  }

  /** The first match that begins at a place or behind it; null for none. */
  public @Nullable Matcher find(String text, int from) {
    return find(text, from, text.length());
  }

  /** The same for a match that ends before {@code to}; what stands there is seen all the same. */
  public @Nullable Matcher find(String text, int from, int to) {
    int three = Symbols.at(text, from) << Symbols.BITS | Symbols.at(text, from + 1);
    for (int at = from; at < to; at++) {
      three = (three << Symbols.BITS | Symbols.at(text, at + 2)) & THREE;
      boolean may = begins[three] && (at == from || !isInsidePair(text, at));
      Matcher found = may ? match(text, at, to) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Where no match begins, as {@link Matcher#find()} has it. */
  private static boolean isInsidePair(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  public boolean isIn(String text) {
    return find(text, 0) != null;
  }

  /** Whether the text begins with a match. */
  public boolean begins(String text) {
    return at(text, 0) != null;
  }

  private @Nullable Matcher match(String text, int at, int to) {
    Matcher matcher =
        pattern.matcher(text).region(at, to).useTransparentBounds(true).useAnchoringBounds(false);
    return matcher.lookingAt() ? matcher : null;
  }
}
