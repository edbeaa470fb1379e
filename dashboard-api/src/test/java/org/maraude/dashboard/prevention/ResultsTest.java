package org.maraude.dashboard.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What came of a campaign, and what leaves as a file. */
class ResultsTest {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 6);
  private static final Theme WORDS =
      new Theme(new UUID(0, 1), "Les mots", "", FIRST_DAY, FIRST_DAY.plusDays(13));
  private static final Theme LAW =
      new Theme(
          new UUID(0, 2),
          "=la loi",
          "un; deux,\ntrois",
          FIRST_DAY.plusDays(14),
          FIRST_DAY.plusDays(27));
  private static final Campaign SPRING =
      new Campaign(
          new UUID(0, 3), "Printemps", "", FIRST_DAY, FIRST_DAY.plusDays(60), List.of(WORDS, LAW));

  private static Post post(int n, String words, Instant planned, @Nullable Instant published) {
    return new Post(
        new UUID(1, n),
        SPRING.id(),
        PostKind.POST,
        Platform.INSTAGRAM,
        words,
        null,
        "",
        planned,
        published == null ? PostStatus.DRAFT : PostStatus.PUBLISHED,
        3,
        null,
        List.of(),
        null,
        published,
        "");
  }

  private static final Post SHOWN =
      post(
          1,
          "Un mot",
          Instant.parse("2026-04-07T16:00:00Z"),
          Instant.parse("2026-04-07T16:05:00Z"));
  private static final Post PLANNED =
      post(2, "@suite", Instant.parse("2026-04-21T16:00:00Z"), null);

  private static Results results(boolean whole, List<Talks> talks) {
    return Results.of(
        SPRING,
        List.of(SHOWN, PLANNED),
        Map.of(SHOWN.id(), new Standing(FIRST_DAY.plusDays(3), new Counts(400, 30, 4, 5, 6))),
        List.of(new Relay(new UUID(2, 1), "Association", SHOWN.id(), FIRST_DAY.plusDays(2), "")),
        talks,
        whole);
  }

  private static Talks talks(@Nullable Theme theme, Orientation orientation, int number) {
    return new Talks(FIRST_DAY, theme == null ? null : theme.id(), orientation, number);
  }

  @Test
  void countsAreAddedUpByThemeAndInAll() {
    var results =
        results(
            true,
            List.of(
                talks(WORDS, Orientation.HEALTH, 3),
                talks(LAW, Orientation.LAW, 2),
                talks(null, Orientation.LAW, 1)));
    assertThat(results.total().published()).isEqualTo(1);
    assertThat(results.total().planned()).isEqualTo(2);
    assertThat(results.total().counts().answers()).isEqualTo(45);
    assertThat(results.total().conversations().count()).isEqualTo(6);
    assertThat(results.themes())
        .extracting(line -> line.theme() == null ? "" : line.theme().title())
        .containsExactly("Les mots", "=la loi", "");
    assertThat(results.themes().getFirst().counts()).isEqualTo(new Counts(400, 30, 4, 5, 6));
    assertThat(results.themes().getFirst().relays()).isEqualTo(1);
    assertThat(results.themes().get(1).published()).isZero();
    assertThat(results.themes().get(1).planned()).isEqualTo(1);
    assertThat(results.orientations())
        .extracting(line -> line.conversations().count())
        .containsExactly(3L, 3L);
  }

  @Test
  void whoFollowsFiguresSeesNoSmallNumberOfConversationsNorOneThatGivesItAway() {
    var talks =
        List.of(
            talks(WORDS, Orientation.HEALTH, 40),
            talks(WORDS, Orientation.SHELTER, 12),
            talks(LAW, Orientation.LAW, 3));
    var results = results(false, talks);
    assertThat(results.total().conversations().count()).isEqualTo(55);
    assertThat(results.themes()).allMatch(line -> line.conversations().hidden());
    assertThat(results.orientations())
        .filteredOn(line -> line.conversations().hidden())
        .extracting(Results.OrientationLine::orientation)
        .containsExactlyInAnyOrder(Orientation.LAW, Orientation.SHELTER);
    assertThat(ResultsCsv.write(results)).contains("hidden").doesNotContain(",12\r\n", ",3\r\n");
    var few = results(false, List.of(talks(WORDS, Orientation.HEALTH, 4)));
    assertThat(few.total().conversations().hidden()).isTrue();
    assertThat(results(true, talks).orientations())
        .noneMatch(line -> line.conversations().hidden());
  }

  @Test
  void noCellOfTheTableIsAFormula() {
    var csv = ResultsCsv.write(results(true, List.of()));
    assertThat(csv).startsWith(ResultsCsv.HEAD + "\r\n");
    assertThat(csv).contains("theme,'=la loi,");
    for (var line : csv.split("\r\n")) {
      assertThat(line.split(",", -1)).as(line).hasSize(13);
    }
  }

  @Test
  void theCalendarIsReadBackByAParserAsItWasWritten() {
    var hostile =
        post(
            3,
            "Rendez-vous\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:autre; deux, trois \\n "
                + "é".repeat(90),
            Instant.parse("2026-04-25T22:30:00Z"),
            null);
    var text =
        PlanFile.write(
            SPRING,
            List.of(SHOWN, PLANNED, hostile),
            new PlanFile.Words() {
              @Override
              public String kind(PostKind kind) {
                return "Publication";
              }

              @Override
              public String platform(Platform platform) {
                return "Instagram";
              }

              @Override
              public String status(PostStatus status) {
                return status.name();
              }
            },
            Instant.parse("2026-04-01T08:00:00Z"));
    assertThat(text).startsWith("BEGIN:VCALENDAR\r\n");
    assertThat(text.lines().filter("BEGIN:VEVENT"::equals)).hasSize(5);
    assertThat(text.lines()).allMatch(line -> line.length() <= 75);
    var calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
    var events = calendar.getEvents();
    assertThat(events).hasSize(5);
    var theme = events.get(1);
    assertThat(theme.getSummary().getValue()).isEqualTo("=la loi");
    assertThat(theme.getDescription().getValue()).isEqualTo("un; deux,\ntrois");
    var start = theme.getDateStart().getValue();
    assertThat(start.hasTime()).isFalse();
    assertThat(LocalDate.ofInstant(start.toInstant(), ZoneId.systemDefault()))
        .isEqualTo(LAW.firstDay());
    var first = events.get(2);
    assertThat(first.getDateStart().getValue().toInstant()).isEqualTo(SHOWN.plannedAt());
    assertThat(first.getUid().getValue()).isEqualTo("post-" + SHOWN.id() + "@maraude");
    var last = events.get(4);
    assertThat(last.getDescription().getValue()).isEqualTo(hostile.words());
    assertThat(last.getDateStart().getValue().toInstant()).isEqualTo(hostile.plannedAt());
  }
}
