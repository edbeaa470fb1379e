package org.maraude.analyzer.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** A text and its words, in order. Immutable; {@link #of} is thread safe. */
public record AnalyzedText(String text, List<Token> tokens, List<Clause> clauses) {

  /** Positions between the last word of a sentence and the first of the next. */
  public static final int SENTENCE_GAP = 64;

  private static final WordChain CHAIN = new WordChain();

  public AnalyzedText {
    tokens = List.copyOf(tokens);
    clauses = List.copyOf(clauses);
  }

  /** The words of a text; a text without words has no tokens. */
  public static AnalyzedText of(String text) {
    var cutter = new ClauseCutter(text);
    read(text, cutter::add);
    return cutter.result();
  }

  /** The folded words alone, without gaps: what a rule's phrase consists of. */
  public static List<String> terms(String phrase) {
    var terms = new ArrayList<String>();
    read(phrase, (term, increment, start, end) -> terms.add(term));
    return List.copyOf(terms);
  }

  /** Whether any word in the clause at this offset speaks to or of the client. */
  public boolean addressesClientAt(int offset) {
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
    return !tokens.isEmpty() && clauses.get(tokens.get(low).clause()).addressesClient();
  }

  interface Words {
    void word(String term, int increment, int start, int end);
  }

  private static void read(String text, Words words) {
    try (var stream = CHAIN.tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offsets = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.word(
            term.toString(),
            increment.getPositionIncrement(),
            offsets.startOffset(),
            offsets.endOffset());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
