package org.maraude.crawler.warc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.ads.ObservedAd;

/** An archive as a person makes one, where wget is installed. */
class WgetArchiveTest {

  @TempDir Path folder;

  private static boolean installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "wget")));
  }

  @Test
  void theAdsThatWgetSavedComeOut() throws IOException, InterruptedException {
    assumeTrue(installed(), "wget is not installed");
    try (var site = SmallSite.start(3)) {
      var wget =
          new ProcessBuilder(
                  "wget",
                  "--quiet",
                  "--no-proxy",
                  "--tries=1",
                  "--timeout=10",
                  "--recursive",
                  "--level=2",
                  "--reject-regex=/images/",
                  "--warc-file=saved",
                  "--delete-after",
                  site.origin() + "/list")
              .directory(folder.toFile())
              .inheritIO()
              .start();
      assertThat(wget.waitFor(60, TimeUnit.SECONDS)).isTrue();
      var ads = new ArrayList<ObservedAd>();
      var summary =
          WarcImport.ads(
              folder.resolve("saved.warc.gz"),
              site.file("s", "0ms", ""),
              WarcImport.Progress.NONE,
              ads::add);
      assertThat(ads).extracting(ObservedAd::adId).containsExactlyInAnyOrder("s:1", "s:2", "s:3");
      assertThat(summary.damages()).isEmpty();
      assertThat(site.visits()).noneMatch(visit -> visit.path().startsWith("/images"));
    }
  }
}
