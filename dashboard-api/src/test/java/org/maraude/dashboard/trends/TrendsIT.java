package org.maraude.dashboard.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;

/** What the page and the API say of volumes that are known. */
class TrendsIT {

  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

  @TempDir static Path folder;
  static RunningDashboard running;
  static String analyst;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    analyst = running.token("trends-script", Role.ANALYST);
    for (int week : new int[] {0, -52}) {
      var monday = MONDAY.plusWeeks(week);
      int now = week == 0 ? 1 : 2;
      volume("a", monday, "44", "massage", 100 * now, 4);
      volume("a", monday.plusDays(1), "44", "massage", 20 * now, 0);
      volume("b", monday.plusDays(1), "49", "massage", 40 * now, 0);
      volume("c", monday, "53", "massage", 3, 0);
      volume("d", monday, "75", "?", 300, 12);
      running
          .sql()
          .sql("insert into crawl_coverage values ('demo-a', ?, 10, 10)")
          .param(monday)
          .update();
    }
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static void volume(
      String advertiser, LocalDate day, String departement, String category, int fresh, int back) {
    running
        .sql()
        .sql("insert into ad_volumes values (?, ?, 'demo-a', ?, ?, ?, ?, ?, 0, '{}')")
        .params(advertiser, day, departement, category, fresh, back, fresh * 2)
        .update();
  }

  private static String csv(String more) {
    var answer =
        running.get("/api/v1/trends/volume.csv?from=2026-06-01&to=2026-06-07&" + more, analyst);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void eachSplitAndMeasureCounts() {
    assertThat(csv("split=region"))
        .contains("52,Pays de la Loire,163,")
        .contains("11,Île-de-France,300,");
    assertThat(csv("split=category")).contains("massage,massage,163,");
    assertThat(csv("measure=returning")).contains(",16,");
    // Two days were counted: the mean of 926 ads over both.
    assertThat(csv("measure=ads")).contains("total,Total,463,");
    assertThat(csv("measure=advertisers&split=region")).doesNotContain(",4,");
  }

  @Test
  void aHiddenDepartmentIsNotGivenAwayByItsRegionARateOrAComparison() {
    var csv = csv("split=departement&per=rate&compare=year");
    var line = csv.lines().filter(each -> each.contains(",53,")).findFirst().orElseThrow();
    assertThat(line).contains("Mayenne (53),,,,small,,2025-06-02,,small,,");
    var partner = csv.lines().filter(each -> each.contains(",49,")).findFirst().orElseThrow();
    assertThat(partner).contains("Maine-et-Loire (49),,,,with_another,,2025-06-02,,with_another,,");
  }

  @Test
  void theMapHidesWhatTheTableHides() {
    var page = running.browser().as("analyst").get("/trends/map?week=2026-06-03");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<title>Paris: 14,26 ", "Loire-Atlantique: 8,07 ", "MapSVG, CC BY 4.0")
        .containsPattern("area-hidden[^>]*><title>Mayenne: moins de 11")
        .containsPattern("area-hidden[^>]*><title>Maine-et-Loire: cachée aussi")
        .doesNotContainPattern("Mayenne: [0-9]");
    var wrong = running.browser().as("analyst").get("/trends/map?week=someday");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(running.browser().as("analyst").get("/trends/map?week=2020-01-01").body())
        .contains("Aucune annonce n’a été comptée");
  }

  @Test
  void halfOfTheAdsAreGoneAfterTheMedianAndNoSmallCountShows() {
    running
        .sql()
        .sql(
            "update ad_volumes set ended = '{\"3\": 30, \"5\": 4, \"9\": 130}' where departement = '75'"
                + " and day = '2026-06-01'")
        .update();
    var answer =
        RunningDashboard.json(
            running.get("/api/v1/trends/lifetimes?from=2026-06-01&to=2026-06-07", analyst));
    assertThat(answer.get("ads").asLong()).isEqualTo(463);
    assertThat(answer.get("median").isNull() || answer.get("median").isMissingNode()).isTrue();
    assertThat(answer.get("curve").size()).isEqualTo(3);
    // The four of day 5 stand with those of day 9.
    assertThat(answer.get("curve").get(2).get("days").asInt()).isEqualTo(9);
    assertThat(answer.get("curve").get(2).get("share").asDouble())
        .isCloseTo(299 / 463.0, within(1e-9));
    assertThat(
            running
                .browser()
                .as("analyst")
                .get("/trends/lifetimes?from=2026-06-01&to=2026-06-07")
                .body())
        .contains("Plus de la moitié")
        .contains("<svg");
  }

  @Test
  void theSameWeekdaysOfTheYearBeforeStandBeside() {
    assertThat(csv("split=departement&compare=year"))
        .containsPattern(",44,Loire-Atlantique \\(44\\),120,.*,2025-06-02,240,no,-50.000,");
    // A Wednesday is taken to the nearest Monday.
    assertThat(csv("split=departement&compare=2025-06-04")).contains(",2025-06-02,240,");
    assertThat(
            running.get("/api/v1/trends/volume?from=2026-06-01&compare=2026-06-03", analyst).body())
        .contains("bad-earlier");
  }

  /** The picture is the drawing, which holds no hidden count; nor do the words in the file. */
  @Test
  void picturesShowTitleSourceAndCaveatsAndNoMoreThanTheDrawings() throws IOException {
    var asked = "?from=2025-06-02&to=2026-06-07&split=departement&per=rate";
    for (var path :
        List.of("volume.png" + asked, "map.png?week=2026-06-03", "lifetimes.png" + asked)) {
      var bytes = running.bytes("/api/v1/trends/" + path, analyst);
      var svg = running.get("/api/v1/trends/" + path.replace(".png", ".svg"), analyst).body();
      Files.write(
          Files.createDirectories(Path.of("target", "pictures"))
              .resolve(path.replaceAll("\\..*", "") + "-file.png"),
          bytes);
      assertThat(svg).contains("Source : Maraude", "Une annonce n’est pas une personne");
      var picture = ImageIO.read(new ByteArrayInputStream(bytes));
      var height = Pattern.compile("<svg [^>]*width=\"960\" height=\"(\\d+)\"").matcher(svg);
      assertThat(height.find()).isTrue();
      assertThat(picture.getWidth()).isEqualTo(1920);
      assertThat(picture.getHeight()).isEqualTo(2 * Integer.parseInt(height.group(1)));
      assertThat(PngTest.inked(picture, 112, 8, 900, 36)).as(path).isGreaterThan(500);
      assertThat(PngTest.inked(picture, 112, picture.getHeight() - 200, 1700, 160))
          .as(path)
          .isGreaterThan(1_000);
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .contains("Une annonce n’est pas une personne")
          .doesNotContain("Mayenne: ");
    }
    // Mayenne's three ads are hidden: no dot is drawn where the others have one.
    var week = "?from=2026-06-01&to=2026-06-07&split=departement";
    var charts = running.get("/api/v1/trends/volume.svg" + week, analyst).body().split("<svg ", -1);
    assertThat(charts)
        .filteredOn(chart -> chart.contains("role=\"img\"") && !chart.contains("<circle"))
        .hasSize(2)
        .anyMatch(chart -> chart.contains(">Mayenne (53)</title>"));
    assertThat(running.get("/api/v1/trends/map.svg?week=2026-06-03", analyst).body())
        .contains("area-hidden", ">caché<", "Contours : MapSVG")
        .doesNotContainPattern("Mayenne: [0-9]");
    assertThat(running.get("/api/v1/trends/map.png?week=x", analyst).body()).contains("bad-date");
  }

  @Test
  void aPageWhoseGroupsAllHaveHiddenCountsSaysThatNothingIsComputed() {
    var page =
        running
            .browser()
            .as("analyst")
            .get("/trends?from=2026-06-01&to=2026-06-07&split=category&measure=returning");
    assertThat(page.body())
        .contains("Aucun groupe dont tous les nombres soient montrés")
        .contains("certains de leurs nombres sont cachés : 2");
  }

  @Test
  void lifetimesAreAFileToo() {
    var csv =
        running.get("/api/v1/trends/lifetimes.csv?from=2026-06-01&to=2026-06-07", analyst).body();
    assertThat(csv).contains("# Source", "days,share,low_95,high_95\r\n");
    var few = running.get("/api/v1/trends/lifetimes.svg?from=2024-01-01&to=2024-01-07", analyst);
    assertThat(few.body()).contains("Trop peu d’annonces").doesNotContain("class=\"line\"");
  }
}
