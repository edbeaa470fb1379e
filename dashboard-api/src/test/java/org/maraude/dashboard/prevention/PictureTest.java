package org.maraude.dashboard.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What becomes of a file that is handed in as a picture. */
class PictureTest {

  private static void refused(String code, byte[] file) {
    assertThatThrownBy(() -> Picture.read(file))
        .isInstanceOfSatisfying(
            PreventionException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static BufferedImage image(Picture picture) throws IOException {
    return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture.content())));
  }

  @Test
  void aPictureComesOutAsItLooksAndWithoutItsPlace() throws IOException {
    var file = TestPictures.jpegWithPlace(60, 40, 1);
    assertThat(TestPictures.text(file)).contains("Exif", TestPictures.PLACE);
    var picture = Picture.read(file);
    assertThat(picture.type()).isEqualTo("image/jpeg");
    assertThat(TestPictures.text(picture.content()))
        .doesNotContain("Exif", "GPS", TestPictures.PLACE, TestPictures.COMMENT);
    assertThat(picture.content()).isNotEqualTo(file);
    var seen = image(picture);
    assertThat(seen.getWidth()).isEqualTo(60);
    assertThat(new Color(seen.getRGB(5, 5)).getRed()).as("the red corner").isGreaterThan(150);
    assertThat(new Color(seen.getRGB(55, 35)).getRed()).as("the blue rest").isLessThan(100);
  }

  @Test
  void whatATelephoneHeldUprightIsTurnedBeforeItsNoteOfThatGoes() throws IOException {
    var picture = Picture.read(TestPictures.jpegWithPlace(60, 40, 6));
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(60);
    assertThat(new Color(image(picture).getRGB(35, 5)).getRed())
        .as("the red corner, turned to the right")
        .isGreaterThan(150);
  }

  @Test
  void aSeeThroughPictureStaysOneAndLosesItsHiddenText() throws IOException {
    var file = TestPictures.pngWithText(30, 20);
    assertThat(TestPictures.text(file)).contains(TestPictures.COMMENT);
    var picture = Picture.read(file);
    assertThat(picture.type()).isEqualTo("image/png");
    assertThat(TestPictures.text(picture.content())).doesNotContain(TestPictures.COMMENT);
    assertThat(image(picture).getColorModel().hasAlpha()).isTrue();
  }

  @Test
  void aLargePictureIsMadeSmaller() throws IOException {
    var picture = Picture.read(TestPictures.jpeg(3_000, 1_000));
    assertThat(picture.width()).isEqualTo(2_000);
    assertThat(picture.height()).isBetween(666, 667);
  }

  @Test
  void theTypeIsReadFromTheContent() throws IOException {
    refused(
        "picture-type",
        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
    refused("picture-type", "<html>photo.jpg</html>".getBytes(StandardCharsets.UTF_8));
    refused(
        "picture-type",
        "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;".getBytes(StandardCharsets.ISO_8859_1));
    refused("picture-missing", new byte[0]);
    refused("picture-too-large", new byte[Picture.LARGEST_FILE + 1]);
    var cut = TestPictures.jpeg(60, 40);
    refused("picture-unreadable", Arrays.copyOf(cut, 30));
  }

  @Test
  void aSmallFileThatSaysItIsHugeIsRefusedBeforeItIsDecoded() {
    var bomb = TestPictures.pngThatSays(50_000, 50_000);
    assertThat(bomb).hasSizeLessThan(200);
    long before = System.nanoTime();
    refused("picture-too-wide", bomb);
    refused("picture-too-wide", TestPictures.pngThatSays(12_000, 12_000));
    assertThat(System.nanoTime() - before).as("nothing was decoded").isLessThan(5_000_000_000L);
  }

  @Test
  void aFileThatIsTwoThingsAtOnceIsOneAfterwards() throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(TestPictures.jpeg(60, 40));
    out.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    var picture = Picture.read(out.toByteArray());
    assertThat(TestPictures.text(picture.content())).doesNotContain("script");
  }
}
