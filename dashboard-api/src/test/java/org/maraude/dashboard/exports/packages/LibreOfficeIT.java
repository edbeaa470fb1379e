package org.maraude.dashboard.exports.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.exports.table.Areas;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What LibreOffice makes of a table: opened just so, and imported as docs/exports.md says. */
class LibreOfficeIT {

  /** Comma, double quotes, UTF-8, from the first line; text, text, text, text, days, numbers. */
  private static final String AS_THE_DOCS_SAY =
      "CSV:44,34,76,1,1/2/2/2/3/2/4/2/5/5/6/5/7/1/8/1/9/1";

  private static final Areas AREAS =
      new Areas(
          Map.of("01", "84", "22", "53", "44", "52", "2A", "94"),
          Map.of("01", "Ain", "22", "Côtes-d'Armor", "44", "=1+1", "2A", "Corse-du-Sud"));

  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

  @TempDir Path folder;

  /** A cell: its type, its value or text, and whether a formula stands behind it. */
  private record Cell(String type, String value, boolean formula) {}

  @BeforeEach
  void thereIsOne() {
    var there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "soffice")));
    assumeTrue(
        there, "no soffice on the path; apt-get install --no-install-recommends libreoffice-calc");
  }

  private Path table(Kind kind) throws IOException {
    var files = Samples.files(Samples.made(kind, List.of("01", "22", "2A", "44", "?"), AREAS));
    var file = folder.resolve(kind + ".csv");
    for (var each : files.entrySet()) {
      if (each.getKey().endsWith(".csv")) {
        Files.write(file, each.getValue());
      }
    }
    return file;
  }

  /** Opens a file and reads the cells back, row by row. */
  private List<List<Cell>> opened(Path csv, String... filter) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless"));
    command.addAll(List.of(filter));
    command.addAll(List.of("--convert-to", "fods", "--outdir", folder.toString(), csv.toString()));
    var office =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertThat(office.waitFor(60, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
    var written = folder.resolve(csv.getFileName().toString().replace(".csv", ".fods"));
    assertThat(written).as(Files.readString(folder.resolve("soffice.log"))).exists();
    var parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    var rows =
        parsers
            .newDocumentBuilder()
            .parse(written.toFile())
            .getElementsByTagNameNS(TABLE, "table-row");
    return elements(rows).map(LibreOfficeIT::cells).toList();
  }

  private static List<Cell> cells(Element row) {
    var cells = new ArrayList<Cell>();
    elements(row.getElementsByTagNameNS(TABLE, "table-cell"))
        .forEach(cell -> {
          var type = cell.getAttributeNS(OFFICE, "value-type");
          var value =
              switch (type) {
                case "float" -> cell.getAttributeNS(OFFICE, "value");
                case "date" -> cell.getAttributeNS(OFFICE, "date-value");
                case "boolean" -> cell.getAttributeNS(OFFICE, "boolean-value");
                default -> cell.getTextContent().strip();
              };
          var as = new Cell(type, value, cell.hasAttributeNS(TABLE, "formula"));
          var times = cell.getAttributeNS(TABLE, "number-columns-repeated");
          for (int i = 0; i < (times.isEmpty() ? 1 : Integer.parseInt(times)); i++) {
            cells.add(as);
          }
        });
    return cells;
  }

  private static Stream<Element> elements(NodeList nodes) {
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static Cell text(String value) {
    return new Cell("string", value, false);
  }

  private static Cell number(String value) {
    return new Cell("float", value, false);
  }

  private static Cell day(String value) {
    return new Cell("date", value, false);
  }

  private static final Cell NOTHING = new Cell("", "", false);

  @Test
  void importedAsTheDocsSayEveryCellIsWhatTheCodebookSays() throws Exception {
    for (var kind : Kind.values()) {
      var margin = kind == Kind.PUBLIC ? number("20") : NOTHING;
      var rows = opened(table(kind), "--infilter=" + AS_THE_DOCS_SAY);
      assertThat(rows.getFirst())
          .startsWith(TableCsv.HEADER.stream().map(LibreOfficeIT::text).toArray(Cell[]::new));
      assertThat(rows.get(1))
          .startsWith(
              text("DEPARTEMENT"),
              text("01"),
              text("Ain"),
              text("2026-Q1"),
              day("2026-01-01"),
              day("2026-03-31"),
              number("1235"),
              margin,
              new Cell("boolean", "false", false));
      assertThat(rows.get(2)).contains(text("Côtes-d'Armor"), text("22"));
      assertThat(rows.get(3).subList(1, 9))
          .containsExactly(
              text("2A"),
              text("Corse-du-Sud"),
              text("2026-Q1"),
              day("2026-01-01"),
              day("2026-03-31"),
              NOTHING,
              NOTHING,
              new Cell("boolean", "true", false));
      assertThat(rows.get(4)).contains(text("'=1+1"));
      assertThat(rows.stream().flatMap(List::stream)).noneMatch(Cell::formula);
    }
  }

  @Test
  void openedJustSoNothingIsTakenForAFormulaThoughCodesLoseTheirNought() throws Exception {
    var rows = opened(table(Kind.PUBLIC));
    assertThat(rows.get(4)).contains(text("'=1+1"));
    assertThat(rows.stream().flatMap(List::stream)).noneMatch(Cell::formula);
    assertThat(rows.get(3)).contains(text("2A"));
    assertThat(rows.get(1).get(1)).as("hence the docs").isEqualTo(number("1"));

    // Without our apostrophe it would be one: the look above can fail.
    var bare = folder.resolve("bare.csv");
    Files.writeString(bare, "name,count\r\n=1+1,5\r\n");
    assertThat(opened(bare).get(1).getFirst()).isEqualTo(new Cell("float", "2", true));
  }
}
