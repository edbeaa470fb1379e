package org.maraude.dashboard.trends;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A drawing as a picture of twice its size, with its heading and notes also as text in the file.
 * The same drawing gives the same bytes. Nothing outside the drawing is fetched, and no font of the
 * machine is used.
 */
final class Png {

  static final int SCALE = 2;

  /** For the description of the interface: a file of this kind says it in its first bytes. */
  static final String BEGINS = "PNG";

  private static final Lettering LETTERING = Lettering.load();

  private Png() {}

  /** One after the other: eighteen charts are some 75 MB while they are drawn. */
  static synchronized byte[] of(Drawing drawing) {
    var picture =
        new BufferedImage(
            drawing.width() * SCALE, drawing.height() * SCALE, BufferedImage.TYPE_3BYTE_BGR);
    var svg = LETTERING.outlined(drawing.svg()).getBytes(StandardCharsets.UTF_8);
    // By default a document that is loaded so may fetch nothing.
    var document =
        Objects.requireNonNull(
            new SVGLoader()
                .load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault()),
            "a drawing of ours is no SVG");
    var graphics = picture.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      document.render(null, graphics, new ViewBox(0, 0, picture.getWidth(), picture.getHeight()));
    } finally {
      graphics.dispose();
    }
    return written(
        picture,
        Map.of(
            "Title", drawing.heading(),
            "Description", String.join("\n", drawing.notes()),
            "Software", "Maraude"));
  }

  private static byte[] written(BufferedImage picture, Map<String, String> words) {
    var writer = ImageIO.getImageWritersByFormatName("png").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
      add(metadata, words);
      writer.write(new IIOImage(picture, null, metadata));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void add(IIOMetadata metadata, Map<String, String> words) throws IOException {
    var texts = new IIOMetadataNode("iTXt");
    new TreeMap<>(words)
        .forEach((keyword, text) -> {
          var entry = new IIOMetadataNode("iTXtEntry");
          entry.setAttribute("keyword", keyword);
          entry.setAttribute("compressionFlag", "FALSE");
          entry.setAttribute("compressionMethod", "0");
          entry.setAttribute("languageTag", "");
          entry.setAttribute("translatedKeyword", "");
          entry.setAttribute("text", text);
          texts.appendChild(entry);
        });
    var root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(texts);
    metadata.mergeTree("javax_imageio_png_1.0", root);
  }
}
