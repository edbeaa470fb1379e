package org.maraude.dashboard.prevention;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;

/**
 * A picture as it is kept: decoded from what came and written anew, so that nothing goes along but
 * what is seen: no place, no camera, no hidden text.
 *
 * @param type {@code image/jpeg} or {@code image/png}
 * @param width in pixels, 2000 at most
 * @param height in pixels, 2000 at most
 */
public record Picture(String type, int width, int height, byte[] content) {

  /** Of a file that somebody hands in, in bytes. */
  public static final int LARGEST_FILE = 8_000_000;

  private static final Set<String> TYPES = Set.of("jpeg", "png");
  private static final int LARGEST_SIDE = 12_000;
  private static final long MOST_PIXELS = 40_000_000;
  private static final int KEPT_SIDE = 2_000;

  /** Decoding takes some hundred megabytes: one after the other. */
  private static final Semaphore TURN = new Semaphore(1, true);

  /**
   * Reads a file by its content; its name and what a browser says of it do not count.
   *
   * @throws PreventionException when it is no JPEG or PNG, or too large in bytes or pixels
   */
  static Picture read(byte[] file) {
    if (file.length == 0) {
      throw PreventionException.unfit("picture-missing", "choose a picture");
    }
    if (file.length > LARGEST_FILE) {
      throw PreventionException.unfit("picture-too-large", "a picture has 8 MB at most");
    }
    TURN.acquireUninterruptibly();
    try {
      return decoded(file);
    } catch (IOException | RuntimeException e) {
      if (e instanceof PreventionException known) {
        throw known;
      }
      // The decoder's own words may quote the file.
      throw PreventionException.unfit(
          "picture-unreadable", "the picture cannot be read; save it anew as JPEG or PNG");
    } finally {
      TURN.release();
    }
  }

  private static Picture decoded(byte[] file) throws IOException {
    double scale = scale(file);
    var image =
        Thumbnails.of(new ByteArrayInputStream(file))
            .scale(scale)
            .useExifOrientation(true)
            .asBufferedImage();
    boolean seeThrough = image.getColorModel().hasAlpha();
    var plain = seeThrough ? image : opaque(image);
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(plain, seeThrough ? "png" : "jpg", out)) {
      throw new IOException("no writer");
    }
    return new Picture(
        seeThrough ? "image/png" : "image/jpeg",
        plain.getWidth(),
        plain.getHeight(),
        out.toByteArray());
  }

  /** Looks at format and size before a single pixel is decoded. */
  private static double scale(byte[] file) throws IOException {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw otherType();
      }
      ImageReader reader = readers.next();
      try {
        if (!TYPES.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw otherType();
        }
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width > LARGEST_SIDE || height > LARGEST_SIDE || width * height > MOST_PIXELS) {
          throw PreventionException.unfit(
              "picture-too-wide", "a picture has 40 million pixels and 12,000 a side at most");
        }
        return Math.min(1, (double) KEPT_SIDE / Math.max(width, height));
      } finally {
        reader.dispose();
      }
    }
  }

  private static PreventionException otherType() {
    return PreventionException.unfit(
        "picture-type", "the file is no JPEG and no PNG, whatever its name says");
  }

  /** JPEG knows no transparency, and grey or indexed colours become plain ones. */
  private static BufferedImage opaque(BufferedImage image) {
    var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pen = plain.createGraphics();
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return plain;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Picture same
        && same.type.equals(type)
        && Arrays.equals(same.content, content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Picture[%s, %d x %d, %d bytes]".formatted(type, width, height, content.length);
  }
}
