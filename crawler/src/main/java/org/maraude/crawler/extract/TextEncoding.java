package org.maraude.crawler.extract;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In what charset a page is written: by its byte order mark, else by the header, else by the page's
 * own meta, else UTF-8 where it is that, else by what its bytes are most like. Names mean what they
 * mean to a browser (WHATWG Encoding, 4.2): a page that says ISO-8859-1 has the quotes and the euro
 * of windows-1252. Pure functions.
 */
final class TextEncoding {

  /** What is usual where nothing speaks for anything else (WHATWG HTML, 13.2.3.2). */
  private static final Charset USUAL = Charset.forName("windows-1252");

  private static final Pattern IN_HEADER = name("charset\\s*=\\s*[\"']?\\s*");
  private static final Pattern IN_PAGE =
      name("(?:<meta\\b[^>]*\\bcharset\\s*=|<\\?xml\\b[^>]*\\bencoding\\s*=)\\s*[\"']?\\s*");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final int LOOKED_AT_FOR_META = 4096;
  private static final int LOOKED_AT_FOR_STATISTICS = 8000;
  private static final int BEFORE_THE_FIRST_LETTER = 200;

  private static final Map<String, String> WHAT_BROWSERS_READ =
      Map.of(
          "us-ascii", "windows-1252",
          "iso-8859-1", "windows-1252",
          "iso-8859-9", "windows-1254",
          "iso-8859-11", "windows-874",
          "tis-620", "windows-874",
          "gb2312", "gb18030",
          "gbk", "gb18030",
          "euc-kr", "x-windows-949",
          "shift_jis", "windows-31j");

  /** Guesses that are believed; the detector also sees mainframes in short texts. */
  private static final Set<String> BELIEVED =
      Set.of(
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256",
          "iso-8859-2",
          "iso-8859-5",
          "iso-8859-6",
          "iso-8859-7",
          "iso-8859-8",
          "koi8-r",
          "gb18030",
          "big5",
          "euc-jp",
          "x-windows-949",
          "windows-31j");

  private TextEncoding() {}

  private static Pattern name(String before) {
    return Pattern.compile(before + "([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
  }

  /**
   * The charset of a page.
   *
   * @param contentType the header, null where there is none
   */
  static Charset of(byte[] body, @Nullable String contentType) {
    var marked = marked(body);
    if (marked != null) {
      return marked;
    }
    var said = contentType == null ? null : named(IN_HEADER, contentType);
    if (said == null) {
      said = inPage(body);
    }
    if (said != null) {
      return said;
    }
    return isUtf8(body) ? StandardCharsets.UTF_8 : likeliest(body);
  }

  private static @Nullable Charset marked(byte[] body) {
    if (starts(body, 0xEF, 0xBB) && body.length > 2 && (body[2] & 0xff) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (starts(body, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return starts(body, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean starts(byte[] body, int first, int second) {
    return body.length > 1 && (body[0] & 0xff) == first && (body[1] & 0xff) == second;
  }

  private static @Nullable Charset inPage(byte[] body) {
    int length = Math.min(body.length, LOOKED_AT_FOR_META);
    var start = new String(body, 0, length, StandardCharsets.ISO_8859_1);
    var named = named(IN_PAGE, COMMENT.matcher(start).replaceAll(""));
    // A meta that could be read one byte at a time is not written in two.
    return named != null && named.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : named;
  }

  private static @Nullable Charset named(Pattern where, String text) {
    var match = where.matcher(text);
    return match.find() ? charset(match.group(1)) : null;
  }

  /** A charset by a name; null where nobody knows it, which is as good as none. */
  private static @Nullable Charset charset(String name) {
    try {
      var known = Charset.forName(name);
      var read = WHAT_BROWSERS_READ.get(known.name().toLowerCase(Locale.ROOT));
      return read == null ? known : Charset.forName(read);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Charset likeliest(byte[] body) {
    int first = 0;
    while (first < body.length && body[first] >= 0) {
      first++;
    }
    int from = Math.max(0, first - BEFORE_THE_FIRST_LETTER);
    int length = Math.min(body.length - from, LOOKED_AT_FOR_STATISTICS);
    var detector = new CharsetDetector();
    detector.enableInputFilter(true);
    detector.setText(java.util.Arrays.copyOfRange(body, from, from + length));
    for (var guess : detector.detectAll()) {
      var charset = charset(guess.getName());
      if (charset != null && BELIEVED.contains(charset.name().toLowerCase(Locale.ROOT))) {
        return charset;
      }
    }
    return USUAL;
  }
}
