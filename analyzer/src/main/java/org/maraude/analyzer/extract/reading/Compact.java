package org.maraude.analyzer.extract.reading;

/**
 * Folded text without the units that folding left nothing of, and the way back. Patterns over it
 * need not allow for what nobody sees. Immutable.
 */
public final class Compact {

  private final FoldedText whole;
  private final String text;
  private final int @org.jspecify.annotations.Nullable [] at;

  private Compact(FoldedText whole, String text, int @org.jspecify.annotations.Nullable [] at) {
    this.whole = whole;
    this.text = text;
    this.at = at;
  }

  /** Compacts a text; one that holds nothing to leave out is not copied. */
  public static Compact of(FoldedText whole) {
    String folded = whole.folded();
    if (folded.indexOf(FoldedText.FILL) < 0) {
      return new Compact(whole, folded, null);
    }
    StringBuilder text = new StringBuilder(folded.length());
    int[] at = new int[folded.length() + 1];
    for (int i = 0; i < folded.length(); i++) {
      if (folded.charAt(i) != FoldedText.FILL) {
        at[text.length()] = i;
        text.append(folded.charAt(i));
      }
    }
    at[text.length()] = folded.length();
    return new Compact(whole, text.toString(), at);
  }

  public String text() {
    return text;
  }

  public FoldedText whole() {
    return whole;
  }

  /** Where the character at an index of the compact text begins in the raw one. */
  public int start(int index) {
    return at == null ? index : at[index];
  }

  /** Where the character before an index ends in the raw text, with all that belongs to it. */
  public int end(int index) {
    if (at == null || index == 0) {
      return index;
    }
    return at[index];
  }

  /** The raw text of a stretch of the compact one. */
  public String raw(int from, int to) {
    return whole.raw().substring(start(from), end(to));
  }
}
