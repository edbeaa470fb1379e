package org.maraude.dashboard.accounts.secondfactor;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG, one unit a module.
 *
 * @param size in modules, the quiet zone of four on each side included
 * @param path its dark modules
 */
public record SquareCode(int size, String path) {

  private static final int QUIET = 4;

  public static SquareCode of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new SquareCode(code.size + 2 * QUIET, path.toString());
  }

  public String viewBox() {
    return "0 0 " + size + " " + size;
  }
}
