package org.maraude.analyzer.text;

/**
 * One word of a text.
 *
 * @param term folded, as rules see it
 * @param position counts words from 0; a sentence's end leaves a gap of {@value
 *     AnalyzedText#SENTENCE_GAP}, so that no phrase reaches over it
 * @param clause index of its clause in {@link AnalyzedText#clauses}
 * @param start first UTF-16 unit in the text as given
 * @param end one past the last
 * @param disguise what was undone to read it
 */
public record Token(String term, int position, int clause, int start, int end, Disguise disguise) {

  /** A word as the plain chain reads it. */
  public Token(String term, int position, int clause, int start, int end) {
    this(term, position, clause, start, end, Disguise.NONE);
  }
}
