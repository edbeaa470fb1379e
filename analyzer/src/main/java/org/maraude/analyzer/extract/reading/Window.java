package org.maraude.analyzer.extract.reading;

/**
 * A few folded characters beside a place of a text, without what folding left nothing of, so that
 * patterns see words as a reader does.
 *
 * @param text the characters
 * @param from the place, counted in the raw text
 */
public record Window(String text, int from, FoldedText whole) {

  /** What stands before a place. */
  public static Window before(FoldedText whole, int end, int longest) {
    return new Window(compact(whole.folded(), Math.max(0, end - longest), end), end, whole);
  }

  /** What stands behind it. */
  public static Window after(FoldedText whole, int start, int longest) {
    int end = Math.min(whole.length(), start + longest);
    return new Window(compact(whole.folded(), start, end), start, whole);
  }

  private static String compact(String folded, int start, int end) {
    String part = folded.substring(start, end);
    return part.indexOf(FoldedText.FILL) < 0
        ? part
        : part.replace(String.valueOf(FoldedText.FILL), "");
  }

  /** Where the character at {@code index} of a window behind a place stands in the raw text. */
  public int rawEnd(int index) {
    String folded = whole.folded();
    int at = from;
    for (int seen = 0; at < folded.length(); at++) {
      if (folded.charAt(at) != FoldedText.FILL) {
        if (seen == index) {
          break;
        }
        seen++;
      }
    }
    return at;
  }
}
