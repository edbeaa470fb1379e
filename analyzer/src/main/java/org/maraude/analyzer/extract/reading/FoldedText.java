package org.maraude.analyzer.extract.reading;

/**
 * A text beside its folded form, unit for unit, so that every offset is one of the raw text. What
 * folds to more than one unit is cut to one, what folds to less is filled. Immutable.
 */
public final class FoldedText {

  /** Stands where folding left nothing, and for a pair's second half. */
  public static final char FILL = '\u2060';

  /** Stands for what folds to no character of the basic plane, such as an emoji. */
  public static final char PICTURE = '\uFFFC';

  private final String raw;
  private final String folded;

  private FoldedText(String raw, String folded) {
    this.raw = raw;
    this.folded = folded;
  }

  /** Folds a text. */
  public static FoldedText of(String raw) {
    char[] folded = new char[raw.length()];
    for (int at = 0; at < folded.length; at++) {
      char unit = raw.charAt(at);
      if (Character.isHighSurrogate(unit) && at + 1 < folded.length) {
        int point = raw.codePointAt(at);
        folded[at] = LetterFold.of(point);
        if (point > 0xFFFF) {
          folded[++at] = FILL;
        }
      } else {
        folded[at] = LetterFold.of(unit);
      }
    }
    return new FoldedText(raw, new String(folded));
  }

  /** The text as it stands. */
  public String raw() {
    return raw;
  }

  /** The folded text, as long as {@link #raw}. */
  public String folded() {
    return folded;
  }

  public int length() {
    return raw.length();
  }

  @Override
  public String toString() {
    return "FoldedText[" + raw.length() + " units]";
  }
}
