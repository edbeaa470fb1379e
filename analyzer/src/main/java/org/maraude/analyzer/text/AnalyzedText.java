package org.maraude.analyzer.text;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text and its words, in order. Immutable; {@link #of} is thread safe.
 *
 * @param tokens the words as the plain chain reads them
 * @param readings what rules are matched on: the same words, with the readings that undo a disguise
 *     beside them, by position; the same list when nothing calls for any
 * @param cut whether the text was longer than {@value #LONGEST} units; what lies behind was not
 *     read
 */
public record AnalyzedText(
    String text, List<Token> tokens, List<Token> readings, List<Clause> clauses, boolean cut) {

  /** Positions between the last word of a sentence and the first of the next. */
  public static final int SENTENCE_GAP = 64;

  /** How many UTF-16 units of a text are read: a hundred times a long ad. */
  public static final int LONGEST = 200_000;

  public AnalyzedText {
    tokens = List.copyOf(tokens);
    readings = List.copyOf(readings);
    clauses = List.copyOf(clauses);
  }

  /** The words of a text; a text without words has no tokens. */
  public static AnalyzedText of(String text) {
    boolean cut = text.length() > LONGEST;
    var read = cut ? text.substring(0, LONGEST) : text;
    var cutter = new ClauseCutter(read);
    PlainWords.of(read).forEach(cutter::add);
    var tokens = cutter.tokens();
    return new AnalyzedText(text, tokens, Readings.of(read, tokens), cutter.clauses(), cut);
  }

  /** The folded words alone, without gaps: what a rule's phrase consists of. */
  public static List<String> terms(String phrase) {
    return PlainWords.of(phrase).stream().map(Word::term).toList();
  }

  /** Whether some words were read by undoing a disguise. */
  public boolean isDisguised() {
    return readings.size() > tokens.size();
  }

  /** The words that the plain chain reads between two offsets. */
  public Set<String> termsIn(int start, int end) {
    var terms = new HashSet<String>();
    for (int at = lastAt(start); at < tokens.size() && tokens.get(at).start() < end; at++) {
      // A full stop without a space behind it leaves two words in one.
      Collections.addAll(terms, tokens.get(at).term().split("\\.", -1));
      terms.add(tokens.get(at).term());
    }
    return terms;
  }

  /** Whether any word in the clause at this offset speaks to or of the client. */
  public boolean addressesClientAt(int offset) {
    return !tokens.isEmpty() && clauses.get(tokens.get(lastAt(offset)).clause()).addressesClient();
  }

  /** The last word that begins at the offset or before it; the first if none does. */
  private int lastAt(int offset) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tokens.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
