package org.maraude.crawler.robots;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.HexFormat;
import java.util.Optional;

/** The bytes of a robots.txt as text. It is UTF-8 by RFC 9309, 2.2, but not all know it. */
public final class RobotsText {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private RobotsText() {}

  /**
   * Bytes that are not UTF-8 become what they are in an address, {@code %E9}, so that a rule for
   * them still matches. Empty where the whole is no text: then its rules are unknown, which is not
   * the same as none.
   */
  public static Optional<String> decode(byte[] body) {
    var text =
        starts(body, 0xFE, 0xFF)
            ? new String(body, UTF_16BE)
            : starts(body, 0xFF, 0xFE) ? new String(body, UTF_16LE) : utf8(body);
    return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
  }

  private static boolean starts(byte[] body, int first, int second) {
    return body.length > 1 && (body[0] & 0xff) == first && (body[1] & 0xff) == second;
  }

  private static String utf8(byte[] body) {
    var in = ByteBuffer.wrap(body);
    var chars = CharBuffer.allocate(body.length);
    var text = new StringBuilder(body.length);
    var decoder = UTF_8.newDecoder();
    while (true) {
      CoderResult end = decoder.decode(in, chars, true);
      text.append(chars.flip());
      chars.clear();
      if (!end.isError()) {
        return text.toString();
      }
      for (int i = 0; i < end.length(); i++) {
        text.append('%').append(HEX.toHexDigits(in.get()));
      }
    }
  }
}
