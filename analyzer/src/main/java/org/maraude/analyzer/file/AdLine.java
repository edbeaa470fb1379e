package org.maraude.analyzer.file;

import java.util.Arrays;
import java.util.Optional;
import org.maraude.analyzer.text.Utf8;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.ads.ObservedAd;

/** One line of a file as an ad. Pure. */
final class AdLine {

  static final int LONGEST = 8 * 1024 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int BYTE_ORDER_MARK_BYTES = 3;

  private AdLine() {}

  /**
   * @return empty for a blank line
   * @throws EventFormatException when the line is no ad; the message never repeats its content
   */
  static Optional<ObservedAd> read(Lines.Line line) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      throw new EventFormatException("longer than " + LONGEST + " bytes");
    }
    var text = Utf8.strict(bytes);
    if (line.number() == 1 && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
      bytes = Arrays.copyOfRange(bytes, BYTE_ORDER_MARK_BYTES, bytes.length);
    }
    return text.isBlank() ? Optional.empty() : Optional.of(EventJson.read(bytes, ObservedAd.class));
  }
}
