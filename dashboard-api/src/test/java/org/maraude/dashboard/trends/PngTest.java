package org.maraude.dashboard.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class PngTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

  private static final Drawing DRAWING =
      ChartFile.draw(
          "Annonces nouvelles, par semaine, été 2026",
          List.of(panel("Total"), panel("Île-de-France")),
          List.of("Source : invention.", "Une annonce n’est pas une personne."),
          Locale.FRENCH);

  private static Panel panel(String title) {
    var points =
        IntStream.range(0, 30)
            .mapToObj(week -> {
              var start = MONDAY.plusWeeks(week);
              return new Panel.Point(
                  start,
                  start.plusWeeks(1),
                  week == 9 ? null : Long.valueOf(20 + week * 7 % 40),
                  week == 9 ? null : 10.0,
                  week == 9 ? null : 70.0,
                  week < 4,
                  week == 20 || week == 21);
            })
            .toList();
    var stripe = new Panel.Stripe("A", "Période", MONDAY.plusWeeks(12), MONDAY.plusWeeks(17));
    return new Panel(title, "", points, List.of(stripe), MONDAY, MONDAY.plusWeeks(30));
  }

  @Test
  void thePictureIsTwiceAsLargeAndItsWordsAreDrawn() throws IOException {
    var bytes = Png.of(DRAWING);
    var folder = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(folder.resolve("chart.png"), bytes);
    var picture = ImageIO.read(new ByteArrayInputStream(bytes));
    assertThat(picture.getWidth()).isEqualTo(2 * DRAWING.width());
    assertThat(picture.getHeight()).isEqualTo(2 * DRAWING.height());
    // Heading, line, hatching, notes; and nothing between the words of the foot and its right edge.
    assertThat(inked(picture, 112, 8, 700, 40)).isGreaterThan(500);
    assertThat(inked(picture, 0, picture.getHeight() - 110, 1000, 110)).isGreaterThan(500);
    assertThat(inked(picture, 1200, picture.getHeight() - 90, 700, 90)).isZero();
  }

  @Test
  void theSameDrawingGivesTheSameBytesAndTheFileSaysWhatItShows() throws IOException {
    var bytes = Png.of(DRAWING);
    assertThat(Png.of(DRAWING)).isEqualTo(bytes);
    var reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in);
      var tree = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      var entries = tree.getElementsByTagName("iTXtEntry");
      assertThat(
              IntStream.range(0, entries.getLength())
                  .mapToObj(i -> ((IIOMetadataNode) entries.item(i)).getAttribute("text")))
          .containsExactly(
              "Source : invention.\nUne annonce n’est pas une personne.",
              "Maraude",
              "Annonces nouvelles, par semaine, été 2026");
    } finally {
      reader.dispose();
    }
  }

  @Test
  void everyLetterThatPagesUseHasAnOutline() throws IOException {
    var letters = "àâçéèêëîïôûùüÿœæÀÉÈÊÎÔŒ«»’–−·×€ñşăț \u00a0\u202f0123456789,%";
    var svg = new Svg().raw("<svg xmlns=\"http://www.w3.org/2000/svg\" font-size=\"13\">");
    var lettering = Lettering.load();
    for (int letter : letters.codePoints().toArray()) {
      assertThat(lettering.knows(letter)).as(Character.toString(letter)).isTrue();
    }
    var outlined =
        lettering.outlined(svg.text(Svg.Role.LABEL, 0, 9, "end", letters).raw("</svg>").toString());
    assertThat(outlined).doesNotContain("<text").contains("<path");
  }

  /** A file may be asked for by anybody who reads trends: it must not read what lies elsewhere. */
  @Test
  void nothingOutsideTheDrawingIsFetched() throws IOException {
    var secret = Files.createTempFile("outside", ".png");
    ImageIO.write(black(), "png", secret.toFile());
    var svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40">\
        <image href="%s" width="40" height="40"/></svg>\
        """
            .formatted(secret.toUri());
    var picture =
        ImageIO.read(new ByteArrayInputStream(Png.of(new Drawing("t", List.of(), svg, 40, 40))));
    assertThat(inked(picture, 0, 0, 80, 80)).isZero();
    Files.delete(secret);
  }

  private static BufferedImage black() {
    return new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
  }

  static long inked(BufferedImage picture, int left, int top, int width, int height) {
    long inked = 0;
    for (int x = left; x < left + width; x++) {
      for (int y = top; y < top + height; y++) {
        inked += (picture.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
      }
    }
    return inked;
  }
}
