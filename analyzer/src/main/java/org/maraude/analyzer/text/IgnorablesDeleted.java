package org.maraude.analyzer.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * Deletes what a reader cannot see: characters with the Unicode property {@code
 * Default_Ignorable_Code_Point} (zero-width spaces and joiners, variation selectors, soft hyphens),
 * but for the joiner inside an emoji, which makes it one sign. White letters on black discs and
 * squares become the letter, one for one, as nothing later in the chain knows them. Every offset
 * leads back to the text as it stood. Not thread safe, as any reader.
 *
 * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX 44</a>
 */
final class IgnorablesDeleted extends BaseCharFilter {

  private static final int JOINER = 0x200D;
  private static final int FIRST_IGNORABLE_BUT_SOFT_HYPHEN = 0x34F;
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int BLACK_DISC_A = 0x1F150;
  private static final int BLACK_SQUARE_A = 0x1F170;
  private static final int LETTERS = 26;

  private final Reader kept;

  IgnorablesDeleted(Reader in) {
    super(in);
    this.kept = new StringReader(keep(all(in)));
  }

  private String keep(String text) {
    if (!mayHoldAny(text)) {
      return text;
    }
    var visible = new StringBuilder(text.length());
    int deleted = 0;
    int before = 0;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      int units = Character.charCount(codePoint);
      at += units;
      int letter = letterInBlack(codePoint);
      if (letter != 0) {
        visible.append((char) letter);
        deleted += units - 1;
        addOffCorrectMap(visible.length(), deleted);
      } else if (isIgnorable(codePoint) && !joinsEmoji(codePoint, before, text, at)) {
        deleted += units;
        addOffCorrectMap(visible.length(), deleted);
        continue;
      } else {
        visible.appendCodePoint(codePoint);
      }
      before = codePoint;
    }
    return visible.toString();
  }

  private static boolean mayHoldAny(String text) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit >= FIRST_IGNORABLE_BUT_SOFT_HYPHEN || unit == SOFT_HYPHEN) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIgnorable(int codePoint) {
    return (codePoint >= FIRST_IGNORABLE_BUT_SOFT_HYPHEN || codePoint == SOFT_HYPHEN)
        && UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  private static boolean joinsEmoji(int codePoint, int before, String text, int after) {
    return codePoint == JOINER
        && after < text.length()
        && isPictureOrItsSkin(before)
        && UCharacter.hasBinaryProperty(text.codePointAt(after), UProperty.EXTENDED_PICTOGRAPHIC);
  }

  private static boolean isPictureOrItsSkin(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
        || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER);
  }

  /** 0 when it is none. */
  private static int letterInBlack(int codePoint) {
    if (codePoint >= BLACK_DISC_A && codePoint < BLACK_DISC_A + LETTERS) {
      return 'a' + codePoint - BLACK_DISC_A;
    }
    return codePoint >= BLACK_SQUARE_A && codePoint < BLACK_SQUARE_A + LETTERS
        ? 'a' + codePoint - BLACK_SQUARE_A
        : 0;
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
