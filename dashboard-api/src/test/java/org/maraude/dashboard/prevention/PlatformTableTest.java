package org.maraude.dashboard.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.dashboard.prevention.ImportReading.Problem;

/** What a platform's table says, and what is wrong where. */
class PlatformTableTest {

  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);
  private static final Map<String, UUID> POSTS = Map.of("été-1", FIRST, "p-2", SECOND);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final Map<Column, Integer> COLUMNS =
      Map.of(Column.REFERENCE, 0, Column.DAY, 1, Column.VIEWS, 2, Column.LIKES, 3);

  private static final String TABLE =
      """
      Permalien,Date,Vues,J’aime,Nom de qui a répondu
      été-1,2026-06-01,"1 200",12,quelqu’un
      p-2,2026-06-02T10:00:00+02:00,40,,
      """;

  private static ImportChoice choice(DateForm dates) {
    return new ImportChoice(Encoding.AUTO, Separator.AUTO, dates, COLUMNS, null, false);
  }

  private static ImportReading read(String text, ImportChoice choice) {
    return PlatformTable.read(text.getBytes(StandardCharsets.UTF_8), choice, POSTS, TODAY);
  }

  private static ImportReading read(String text) {
    return read(text, choice(DateForm.YEAR_FIRST));
  }

  @Test
  void onlyTheChosenColumnsAreReadAndNoName() {
    var reading = read(TABLE);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.lines())
        .containsExactly(
            new ImportReading.Line(FIRST, LocalDate.of(2026, 6, 1), new Counts(1200, 12, 0, 0, 0)),
            new ImportReading.Line(SECOND, LocalDate.of(2026, 6, 2), new Counts(40, 0, 0, 0, 0)));
    assertThat(reading.toString()).doesNotContain("quelqu");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void lettersAreFoundInEveryEncodingByThemselves(String name) {
    var file = TABLE.getBytes(Charset.forName(name));
    assertThat(PlatformTable.read(file, choice(DateForm.YEAR_FIRST), POSTS, TODAY).lines())
        .hasSize(2);
    assertThat(PlatformTable.top(file, Encoding.AUTO, Separator.AUTO, 5).heads())
        .startsWith("Permalien", "Date");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstHead() {
    var file = ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8);
    assertThat(PlatformTable.top(file, Encoding.AUTO, Separator.AUTO, 5).heads().getFirst())
        .isEqualTo("Permalien");
  }

  @Test
  void anEncodingThatIsChosenWronglyIsToldWithItsLine() {
    var file = TABLE.getBytes(Charset.forName("windows-1252"));
    var wrong =
        new ImportChoice(Encoding.UTF_8, Separator.AUTO, DateForm.YEAR_FIRST, COLUMNS, null, false);
    assertThatThrownBy(() -> PlatformTable.read(file, wrong, POSTS, TODAY))
        .isInstanceOfSatisfying(
            PreventionException.class,
            e -> {
              assertThat(e.code()).isEqualTo("import-encoding");
              assertThat(e.values()).containsExactly("1", "UTF-8");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {",|COMMA", ";|SEMICOLON", "TAB|TAB"})
  void cellsAreFoundByTheirSeparator(String sign, Separator separator) {
    var text =
        "Lien,Date,Vues,Likes\np-2,2026-06-01,5,1\n".replace(",", sign.equals("TAB") ? "\t" : sign);
    assertThat(read(text).lines()).hasSize(1);
    var chosen =
        new ImportChoice(Encoding.AUTO, separator, DateForm.YEAR_FIRST, COLUMNS, null, false);
    assertThat(read(text, chosen).lines()).hasSize(1);
  }

  @Test
  void theSameDigitsAreAnotherDayInAnotherForm() {
    var text = "Lien,Date,Vues,Likes\np-2,03/04/2026,5,1\n";
    assertThat(read(text, choice(DateForm.DAY_FIRST)).lines().getFirst().day())
        .isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(read(text, choice(DateForm.MONTH_FIRST)).lines().getFirst().day())
        .isEqualTo(LocalDate.of(2026, 3, 4));
    assertThat(read(text).problems()).containsExactly(new Problem(2, "Date", "day", "03/04/2026"));
    assertThat(DateForm.of(List.of("03/04/2026", "31/04/2026")))
        .as("the 31st of April is none")
        .isEqualTo(DateForm.YEAR_FIRST);
    assertThat(DateForm.of(List.of("03/04/2026", "30/04/2026"))).isEqualTo(DateForm.DAY_FIRST);
    assertThat(DateForm.of(List.of("04/30/2026"))).isEqualTo(DateForm.MONTH_FIRST);
  }

  @Test
  void eachProblemIsToldWithItsLineAndColumnAndNothingIsTaken() {
    var reading =
        read(
            """
            Lien,Date,Vues,Likes
            p-2,2026-06-01,5,1
            autre,2026-06-01,5,1

            p-2,2026-06-31,5,1
            p-2,2026-07-01,5,1
            p-2,2026-06-03,1.2K,1
            p-2,2026-06-04,5
            p-2,2026-06-01,6,1
            "p-2","2026-06-05","7
            ",x
            """);
    assertThat(reading.lines()).isEmpty();
    assertThat(reading.sound()).isFalse();
    assertThat(reading.problems())
        .extracting(Problem::line, Problem::column, Problem::code, Problem::value)
        .containsExactly(
            tuple(3L, "Lien", "post", "autre"),
            tuple(5L, "Date", "day", "2026-06-31"),
            tuple(6L, "Date", "later", "2026-07-01"),
            tuple(7L, "Vues", "count", "1.2K"),
            tuple(8L, "", "cells", "3 / 4"),
            tuple(9L, "Lien", "twice", "2"),
            tuple(10L, "Likes", "count", "x"));
  }

  @Test
  void linesOfOtherPostsAreLeftOutWhereSomebodySaysSo() {
    var text = "Lien,Date,Vues,Likes\nautre,n’importe quand,x,\np-2,2026-06-01,5,1\n";
    var lenient =
        new ImportChoice(Encoding.AUTO, Separator.AUTO, DateForm.YEAR_FIRST, COLUMNS, null, true);
    var reading = read(text, lenient);
    assertThat(reading.sound()).isTrue();
    assertThat(reading.lines()).hasSize(1);
    assertThat(reading.leftOut()).isEqualTo(1);
  }

  @Test
  void columnsAreGuessedFromTheirHeads() {
    assertThat(
            Column.guessed(
                List.of("Date", "Permalien", "Portée", "Mentions J'aime", "Commentaires", "Autre")))
        .isEqualTo(
            Map.of(
                Column.DAY, 0,
                Column.REFERENCE, 1,
                Column.VIEWS, 2,
                Column.LIKES, 3,
                Column.COMMENTS, 4));
    assertThat(Column.guessed(List.of("Post URL", "Shares", "Saved", "Impressions")))
        .containsEntry(Column.REFERENCE, 0)
        .containsEntry(Column.SHARES, 1)
        .containsEntry(Column.SAVES, 2)
        .containsEntry(Column.VIEWS, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import-reference-missing",
        "import-counts-missing",
        "import-day-missing",
        "import-column-unknown",
        "import-column-twice"
      })
  void aChoiceThatCannotBeIsToldBeforeAnyLine(String code) {
    var columns = new HashMap<>(Map.of(Column.REFERENCE, 0, Column.DAY, 1, Column.VIEWS, 2));
    switch (code) {
      case "import-reference-missing" -> columns.remove(Column.REFERENCE);
      case "import-counts-missing" -> columns.remove(Column.VIEWS);
      case "import-day-missing" -> columns.remove(Column.DAY);
      case "import-column-unknown" -> columns.put(Column.VIEWS, 9);
      default -> columns.put(Column.VIEWS, 1);
    }
    var wrong =
        new ImportChoice(Encoding.AUTO, Separator.AUTO, DateForm.YEAR_FIRST, columns, null, false);
    assertThatThrownBy(() -> read(TABLE, wrong))
        .isInstanceOfSatisfying(
            PreventionException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void whatIsNoTableSaysSo() {
    for (var text : List.of("", "\n \n", "\uFEFF")) {
      assertThatThrownBy(() ->
              PlatformTable.top(
                  text.getBytes(StandardCharsets.UTF_8), Encoding.AUTO, Separator.AUTO, 5))
          .isInstanceOfSatisfying(
              PreventionException.class, e -> assertThat(e.code()).isEqualTo("import-empty"));
    }
    assertThat(read("Lien,Date,Vues,Likes\n").problems())
        .extracting(Problem::code)
        .containsExactly("no-lines");
    assertThat(read("Lien,Date,Vues,Likes\n\"p-2,2026-06-01,5,1\n").problems())
        .extracting(Problem::code)
        .containsExactly("quotes");
  }

  @Test
  void aHundredThousandLinesAreReadAndOneMoreIsRefused() {
    var text = new StringBuilder("Lien,Date,Vues,Likes\n");
    for (int i = 0; i < PlatformTable.MOST_LINES; i++) {
      text.append("p-2,")
          .append(TODAY.minusDays(i % 50_000))
          .append(',')
          .append(i % 50_000)
          .append(",1\n");
    }
    var reading = read(text.toString());
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.lines()).hasSize(50_000);
    var longer = read(text.append("p-2,2026-06-01,5,1\n").toString());
    assertThat(longer.problems())
        .containsExactly(new Problem(100_002, "", "too-many-lines", "100000"));
    assertThat(longer.lines()).isEmpty();
  }

  @Test
  void ofManyProblemsTheFirstAreShownAndTheOthersCounted() {
    var text = new StringBuilder("Lien,Date,Vues,Likes\n");
    text.append("autre,2026-06-01,5,1\n".repeat(1_000));
    var reading = read(text.toString());
    assertThat(reading.problems()).hasSize(20);
    assertThat(reading.more()).isEqualTo(980);
  }
}
