package org.maraude.analyzer.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.maraude.events.EventFormatException;

/** Text from bytes that somebody else wrote. */
public final class Utf8 {

  private Utf8() {}

  /**
   * The text, if the bytes are UTF-8 from the first to the last; nothing is ever replaced.
   *
   * @throws EventFormatException otherwise
   */
  public static String strict(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      var refused = new EventFormatException("not UTF-8; write the file or record as UTF-8");
      refused.initCause(e);
      throw refused;
    }
  }
}
