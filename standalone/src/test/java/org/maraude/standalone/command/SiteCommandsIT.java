package org.maraude.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.events.EventJson;
import org.maraude.events.ads.ObservedAd;

class SiteCommandsIT {

  private @TempDir Path temp;

  @Test
  void aSiteThatNoGeneratorMadeIsReadWithoutOneForbiddenRequest() throws Exception {
    try (var site = StaticSite.start(temp.resolve("site"))) {
      var out = temp.resolve("ads.ndjson");

      var typed = Typed.run("site", "try", site.siteFile(temp).toString(), "--out", out.toString());

      assertThat(typed.exit()).as(typed.err()).isZero();
      assertThat(ads(out))
          .extracting(ObservedAd::adId)
          .containsExactlyInAnyOrder("canton:101", "canton:102", "canton:103");
      assertThat(ads(out))
          .filteredOn(ad -> ad.adId().equals("canton:101"))
          .singleElement()
          .satisfies(ad -> {
            assertThat(ad.title()).isEqualTo("Camille, accompagnement en soirée");
            assertThat(ad.place().text()).isEqualTo("Dijon");
            assertThat(ad.fields()).containsEntry("age", "34 ans");
            assertThat(ad.postedAt()).isNotNull();
          });
      assertThat(site.asked())
          .contains("/robots.txt")
          .noneMatch(path -> path.startsWith("/prive/") || path.startsWith("/media/"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void anArchiveFromWgetGivesTheSameAds() throws Exception {
    try (var site = StaticSite.start(temp.resolve("site"))) {
      var out = temp.resolve("imported.ndjson");
      var siteFile = site.siteFile(temp);
      var archived =
          Files.writeString(
              temp.resolve("archived.yaml"),
              Files.readString(siteFile).replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:18097"));

      var typed =
          Typed.run(
              "import",
              StaticSite.archive(temp).toString(),
              "--site",
              archived.toString(),
              "--out",
              out.toString());

      assertThat(typed.exit()).as(typed.err()).isZero();
      assertThat(ads(out))
          .extracting(ObservedAd::adId)
          .containsExactlyInAnyOrder("canton:101", "canton:102", "canton:103");
      assertThat(site.asked()).isEmpty();
    }
  }

  @Test
  void aSavedPageShowsWhatTheSiteFileWouldRead() throws Exception {
    try (var site = StaticSite.start(temp.resolve("site"))) {
      var typed =
          Typed.run(
              "site",
              "check",
              site.siteFile(temp).toString(),
              "--page",
              temp.resolve("site/annonces/102.html").toString(),
              "--url",
              site.url("/annonces/102.html"));
      assertThat(typed.exit()).as(typed.err()).isZero();
      assertThat(typed.out()).contains("Alix, du lundi au vendredi").contains("Beaune");
    }
  }

  private static List<ObservedAd> ads(Path file) throws Exception {
    return Files.readAllLines(file).stream()
        .map(line -> EventJson.readLine(line, ObservedAd.class))
        .toList();
  }
}
