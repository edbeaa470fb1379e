package org.maraude.analyzer.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * Deletes what a reader cannot see: characters with the Unicode property {@code
 * Default_Ignorable_Code_Point} (zero-width spaces and joiners, variation selectors, soft hyphens).
 * It maps nothing, so that every offset leads back to the text as it stood. Not thread safe, as any
 * reader.
 *
 * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX 44</a>
 */
final class IgnorablesDeleted extends BaseCharFilter {

  private final Reader kept;

  IgnorablesDeleted(Reader in) {
    super(in);
    this.kept = new java.io.StringReader(keep(in));
  }

  private String keep(Reader in) {
    var text = all(in);
    var visible = new StringBuilder(text.length());
    int deleted = 0;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      int units = Character.charCount(codePoint);
      if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
        deleted += units;
        addOffCorrectMap(visible.length(), deleted);
      } else {
        visible.appendCodePoint(codePoint);
      }
      at += units;
    }
    return visible.toString();
  }

  private static String all(Reader in) {
    try {
      var text = new StringBuilder();
      var buffer = new char[4096];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.append(buffer, 0, read);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    return kept.read(buffer, offset, length);
  }
}
