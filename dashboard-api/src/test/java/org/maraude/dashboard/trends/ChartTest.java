package org.maraude.dashboard.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

  @Test
  void aDrawingIsXmlThatNamesItselfAndHoldsNoStyle() throws Exception {
    var svg = draw(point(0, 20L, false, false), point(1, 30L, false, false));
    var document = parse(svg);
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Ads & <weeks>");
    assertThat(document.getElementsByTagName("desc").getLength()).isOne();
    assertThat(svg).doesNotContain("style=").doesNotContain("<style");
  }

  @Test
  void aHiddenCountBreaksTheLine() {
    var whole =
        draw(point(0, 20L, false, false), point(1, 25L, false, false), point(2, 30L, false, false));
    var broken =
        draw(
            point(0, 20L, false, false), point(1, null, false, false), point(2, 30L, false, false));
    assertThat(whole).contains("class=\"line\"");
    assertThat(broken).doesNotContain("class=\"line\"");
    assertThat(broken.split("<circle", -1)).hasSize(3);
  }

  @Test
  void aStretchThatWasBadlyWatchedIsHatchedAndOneReadAfterwardsIsDashed() {
    assertThat(draw(point(0, 20L, false, true), point(1, 9L, false, false)))
        .contains("fill=\"url(#t-h)\"");
    assertThat(draw(point(0, 20L, true, false), point(1, 9L, true, false)))
        .contains("line-afterwards")
        .doesNotContain("url(#t-h)");
  }

  @Test
  void aFileOfSeveralChartsIsXmlWithItsNotes() throws Exception {
    var panel = panel(point(0, 20L, false, false), point(1, 30L, false, false));
    var file =
        ChartFile.draw(
            "New ads & more",
            List.of(panel, panel),
            List.of("Ads are not persons."),
            Locale.ENGLISH);
    assertThat(parse(file.svg()).getDocumentElement().getTextContent())
        .contains("Ads are not persons.");
  }

  @Test
  void numbersOnTheAxisAreRoundAndReachTheHighest() {
    assertThat(Ticks.numbers(230)).containsExactly(0L, 100L, 200L, 300L);
    assertThat(Ticks.numbers(1)).containsExactly(0L, 1L);
  }

  private static Panel.Point point(
      int week, @Nullable Long value, boolean dashed, boolean hatched) {
    var start = MONDAY.plusWeeks(week);
    return new Panel.Point(start, start.plusWeeks(1), value, null, null, dashed, hatched);
  }

  private static Panel panel(Panel.Point... points) {
    return new Panel(
        "Ads & <weeks>",
        "described",
        List.of(points),
        List.of(),
        MONDAY,
        MONDAY.plusWeeks(points.length));
  }

  private static String draw(Panel.Point... points) {
    return Chart.draw(panel(points), Frame.large("t"), Locale.ENGLISH, "chart");
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void whatXmlHasNoPlaceForIsLeftOutOfADrawing() throws Exception {
    var words = "Été \u0000\u000b\ufffe\ud83d <&\"'> \ud83d\ude0a";
    var svg = "<svg>" + new Svg().text(Svg.Role.LABEL, 0, 0, "start", words) + "</svg>";
    var read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(read.getDocumentElement().getTextContent()).isEqualTo("Été  <&\"'> \ud83d\ude0a");
  }
}
