package org.maraude.analyzer.extract.digits;

import java.util.List;
import org.maraude.analyzer.extract.reading.FoldedText;

/**
 * Reads every number of a text, however its digits are drawn: digits of any script and dress,
 * letters that look like digits, words, alone, run together or letter by letter. Offsets are those
 * of the text. Time grows with the text's length alone. Immutable.
 */
public final class NumberReader {

  private final NumberWords words = new NumberWords();

  /** All numbers in the order of the text; none overlap. */
  public List<NumberToken> read(FoldedText text) {
    return new NumberScan(text, words, false).run(0, text.length());
  }

  /**
   * The same with what only may be meant for a number: misspelt words, words that sound like one,
   * distant lookalikes. To be believed where nothing else dials, and for phones only.
   *
   * @param from where to begin: the start of a number
   */
  public List<NumberToken> guess(FoldedText text, int from, int to) {
    return new NumberScan(text, words, true).run(from, to);
  }
}
