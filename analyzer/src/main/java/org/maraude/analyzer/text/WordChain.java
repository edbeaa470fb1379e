package org.maraude.analyzer.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The analysis chain of ads and rules alike; see the package. {@link PlainWords} spares it most of
 * the work. Thread safe: each thread keeps a chain of its own and uses it again.
 */
final class WordChain extends Analyzer {

  private static final WordChain CHAIN = new WordChain();

  /** Not {@code j'} and {@code m'}: they say that somebody speaks of herself. */
  static final CharArraySet ARTICLES =
      CharArraySet.unmodifiableSet(
          new CharArraySet(
              List.of("l", "d", "qu", "n", "s", "t", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"),
              true));

  private static final int FIRST_MARK = 0x300;
  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK;

  /** The words of a text. None is empty, and none ends inside a letter. */
  static List<Word> read(String text) {
    try (var stream = CHAIN.tokenStream("text", text)) {
      var words = new ArrayList<Word>();
      var term = stream.addAttribute(CharTermAttribute.class);
      var offsets = stream.addAttribute(OffsetAttribute.class);
      int last = 0;
      stream.reset();
      while (stream.incrementToken()) {
        int start = Math.max(last, wholeLetter(text, offsets.startOffset()));
        int end = wholeLetter(text, offsets.endOffset());
        if (term.length() > 0 && end > start) {
          words.add(new Word(term.toString(), start, end, Disguise.NONE));
          last = end;
        }
      }
      stream.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tokenizer cuts at 255 units, which may lie between a letter and its marks. */
  private static int wholeLetter(String text, int offset) {
    int at = offset;
    while (at > 0 && at < text.length() && text.charAt(at) >= FIRST_MARK) {
      boolean pair =
          Character.isLowSurrogate(text.charAt(at))
              && Character.isHighSurrogate(text.charAt(at - 1));
      int codePoint = text.codePointAt(at);
      if (!pair && (MARKS & 1 << Character.getType(codePoint)) == 0) {
        break;
      }
      at += pair ? 1 : Character.charCount(codePoint);
    }
    return at;
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new IgnorablesDeleted(reader);
  }

  @Override
  protected Reader initReaderForNormalization(String fieldName, Reader reader) {
    return new IgnorablesDeleted(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    var words = new StandardTokenizer();
    return new TokenStreamComponents(
        words, new ICUFoldingFilter(new ElisionFilter(words, ARTICLES)));
  }
}
