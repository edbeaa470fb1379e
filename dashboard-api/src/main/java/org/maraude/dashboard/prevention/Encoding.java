package org.maraude.dashboard.prevention;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How a platform's table writes its letters. */
public enum Encoding {
  /** Looked for: a byte order mark, then what fits. */
  AUTO,
  UTF_8,
  UTF_16,
  WINDOWS_1252;

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int SAMPLE = 4096;

  /**
   * The text of a file, without its byte order mark.
   *
   * @throws PreventionException with the line of the first byte that is no letter
   */
  String read(byte[] file) {
    var text = decoded(file, of(file));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private Charset of(byte[] file) {
    return switch (this) {
      case AUTO -> guessed(file);
      case UTF_8 -> StandardCharsets.UTF_8;
      case UTF_16 -> wide(file, true);
      case WINDOWS_1252 -> WESTERN;
    };
  }

  private static Charset guessed(byte[] file) {
    var wide = wide(file, false);
    if (!wide.equals(StandardCharsets.UTF_8)) {
      return wide;
    }
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var out = CharBuffer.allocate(file.length + 1);
    return decoder.decode(ByteBuffer.wrap(file), out, true).isError()
        ? WESTERN
        : StandardCharsets.UTF_8;
  }

  /** One of the two forms of UTF-16; UTF-8 where nothing speaks for it and it is not asked for. */
  private static Charset wide(byte[] file, boolean asked) {
    if (begins(file, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (begins(file, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    int seen = Math.min(file.length, SAMPLE);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < seen; i++) {
      if (file[i] == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      }
    }
    // Latin letters leave every other byte empty.
    if (Math.max(even, odd) * 5 > seen) {
      return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    return asked ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static boolean begins(byte[] file, int first, int second) {
    return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
  }

  private static String decoded(byte[] file, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var out = CharBuffer.allocate(file.length + 1);
    var result = decoder.decode(ByteBuffer.wrap(file), out, true);
    out.flip();
    if (result.isError()) {
      long line = 1 + out.chars().filter(c -> c == '\n').count();
      throw PreventionException.unfit(
          "import-encoding",
          "line %d is not written in %s; choose another encoding".formatted(line, charset),
          Long.toString(line),
          charset.displayName());
    }
    return out.toString();
  }
}
