package org.maraude.dashboard.prevention;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures of coloured areas, with and without what files hide. */
public final class TestPictures {

  /** What stands in the place of a place. */
  public static final String PLACE = "47.2184N-1.5536W";

  static final String COMMENT = "a note that nobody sees";

  private TestPictures() {}

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] written(int width, int height, int type, String format) {
    var image = new BufferedImage(width, height, type);
    var pen = image.createGraphics();
    pen.setColor(new Color(20, 40, 160));
    pen.fillRect(0, 0, width, height);
    pen.setColor(new Color(220, 30, 30));
    pen.fillRect(0, 0, width / 3, height / 3);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A red corner on blue. */
  public static byte[] jpeg(int width, int height) {
    return written(width, height, BufferedImage.TYPE_INT_RGB, "jpg");
  }

  /**
   * The same as a telephone writes it.
   *
   * @param orientation as in Exif: 1 upright, 6 to be turned to the right
   */
  public static byte[] jpegWithPlace(int width, int height, int orientation) {
    var plain = jpeg(width, height);
    var exif = exif(orientation);
    var comment = COMMENT.getBytes(StandardCharsets.US_ASCII);
    var out = ByteBuffer.allocate(plain.length + exif.length + comment.length + 8);
    out.put(plain, 0, 2);
    out.putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
    out.putShort((short) 0xFFFE).putShort((short) (comment.length + 2)).put(comment);
    out.put(plain, 2, plain.length - 2);
    return out.array();
  }

  /** TIFF inside: an orientation, and a text where the GPS directory would point. */
  private static byte[] exif(int orientation) {
    var place = (PLACE + "\0").getBytes(StandardCharsets.US_ASCII);
    var tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + 2 + 12 + 4 + place.length);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    int gps = 8 + 2 + 3 * 12 + 4;
    int text = gps + 2 + 12 + 4;
    tiff.putShort((short) 3);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(place.length).putInt(text);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(gps);
    tiff.putInt(0);
    tiff.putShort((short) 1);
    tiff.putShort((short) 0x001B).putShort((short) 2).putInt(place.length).putInt(text);
    tiff.putInt(0);
    tiff.put(place);
    var head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + tiff.capacity()).put(head).put(tiff.array()).array();
  }

  static byte[] pngWithText(int width, int height) {
    var plain = written(width, height, BufferedImage.TYPE_INT_ARGB, "png");
    var chunk = chunk("tEXt", ("Comment\0" + COMMENT).getBytes(StandardCharsets.ISO_8859_1));
    // Behind the signature and the header, which has always 25 bytes.
    return ByteBuffer.allocate(plain.length + chunk.length)
        .put(plain, 0, 33)
        .put(chunk)
        .put(plain, 33, plain.length - 33)
        .array();
  }

  /** A header of this size, and next to nothing behind it. */
  static byte[] pngThatSays(int width, int height) {
    var header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    var signature = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    var first = chunk("IHDR", header);
    var data = chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 0x63, 0, 0, 0, 1, 0, 1});
    var end = chunk("IEND", new byte[0]);
    return ByteBuffer.allocate(signature.length + first.length + data.length + end.length)
        .put(signature)
        .put(first)
        .put(data)
        .put(end)
        .array();
  }

  private static byte[] chunk(String type, byte[] content) {
    var named =
        ByteBuffer.allocate(4 + content.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(content)
            .array();
    var sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(8 + named.length)
        .putInt(content.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }
}
