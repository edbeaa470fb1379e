package org.maraude.analyzer.text;

import java.io.Reader;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** The analysis chain of ads and rules alike; see the package. Thread safe. */
final class WordChain extends Analyzer {

  /** Not {@code j'} and {@code m'}: they say that somebody speaks of herself. */
  private static final CharArraySet ARTICLES =
      CharArraySet.unmodifiableSet(
          new CharArraySet(
              List.of("l", "d", "qu", "n", "s", "t", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"),
              true));

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
