package org.maraude.analyzer.rules;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.maraude.analyzer.text.Token;

/** Words that were analysed before, as Lucene reads them. Not thread safe. */
final class WordsStream extends TokenStream {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Token> tokens;
  private Iterator<Token> left;
  private int position = -1;

  WordsStream(List<Token> tokens) {
    this.tokens = tokens;
    this.left = tokens.iterator();
  }

  @Override
  public void reset() {
    left = tokens.iterator();
    position = -1;
  }

  @Override
  public boolean incrementToken() {
    if (!left.hasNext()) {
      return false;
    }
    clearAttributes();
    var token = left.next();
    term.append(token.term());
    offset.setOffset(token.start(), token.end());
    increment.setPositionIncrement(token.position() - position);
    position = token.position();
    return true;
  }
}
