package org.maraude.crawler.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.PageKind;

class PageArchiveTest {

  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

  @TempDir Path folder;
  private volatile Instant now = NOON;
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private static SiteFile site(String id, String warc) {
    return SiteFileReader.parse(
        id + ".yaml",
        """
        id: %s
        approval: {by: a, on: 2026-11-01, basis: b}
        start: [https://demo.example/list]
        hosts: [demo.example]
        ad: {localId: "url:/ad/(\\\\d+)", title: h1, body: .body}
        retention: {warc: %s}
        """
            .formatted(id, warc));
  }

  private Page page(int id, String type) {
    var html = "<h1>Été %d</h1><div class=body>Bonjour</div>".formatted(id);
    var body = html.getBytes(StandardCharsets.UTF_8);
    return new Page("https://demo.example/ad/" + id, body, type, now);
  }

  private void keep(PageArchive archive, SiteFile site, int id) {
    var headers =
        Headers.of(
            "Content-Type",
            "text/html; charset=utf-8",
            "Content-Encoding",
            "gzip",
            "Set-Cookie",
            "a=b");
    archive.keep(site, PageKind.AD, page(id, "text/html; charset=utf-8"), 200, headers);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  private List<String> imported(SiteFile site, String day) {
    var ads = new ArrayList<ObservedAd>();
    var file = folder.resolve(site.id()).resolve(day + ".warc.gz");
    var summary = WarcImport.ads(file, site, WarcImport.Progress.NONE, ads::add);
    assertThat(summary.damages()).isEmpty();
    return ads.stream().map(ad -> ad.adId() + " " + ad.title() + " " + ad.observedAt()).toList();
  }

  @Test
  void whatTheCrawlerKeepsCanBeImported() throws IOException {
    var kept = site("kept", "7d");
    var off = site("off", "off");
    var archive = PageArchive.start(folder, List.of(kept, off), clock);
    keep(archive, kept, 1);
    keep(archive, off, 2);
    archive.keep(kept, PageKind.AD, page(3, "application/json"), 200, Headers.of());
    archive.keep(kept, PageKind.ROBOTS, page(4, "text/plain"), 200, Headers.of());
    archive.close();
    assertThat(archive.counts()).isEqualTo(new PageArchive.Counts(2, 0, 0, 0));
    assertThat(files()).containsExactly(Path.of("kept/2026-11-03.warc.gz"));
    assertThat(imported(kept, "2026-11-03")).containsExactly("kept:1 Été 1 2026-11-03T12:00:00Z");
    var file = folder.resolve("kept/2026-11-03.warc.gz");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("kept"))))
        .isEqualTo("rwx------");
    try (var text = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("WARC/1.1")
          .doesNotContain("Set-Cookie");
    }
  }

  @Test
  void aSecondStartGoesOnBehindTheLastWholeRecord() throws IOException {
    var kept = site("kept", "7d");
    try (var archive = PageArchive.start(folder, List.of(kept), clock)) {
      keep(archive, kept, 1);
    }
    var file = folder.resolve("kept/2026-11-03.warc.gz");
    var whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, 200), StandardOpenOption.APPEND);
    try (var archive = PageArchive.start(folder, List.of(kept), clock)) {
      keep(archive, kept, 2);
    }
    assertThat(imported(kept, "2026-11-03")).hasSize(2);
  }

  @Test
  void aFileGoesBeforeItsOldestPageExceedsTheTerm() throws IOException {
    var kept = site("kept", "2d");
    try (var archive = PageArchive.start(folder, List.of(kept), clock)) {
      keep(archive, kept, 1);
      now = NOON.plus(Duration.ofHours(12));
      keep(archive, kept, 2);
    }
    now = Instant.parse("2026-11-04T22:59:59Z");
    PageArchive.start(folder, List.of(kept), clock).close();
    assertThat(files()).hasSize(2);
    now = Instant.parse("2026-11-04T23:00:00Z");
    PageArchive.start(folder, List.of(kept), clock).close();
    assertThat(files()).containsExactly(Path.of("kept/2026-11-04.warc.gz"));
  }

  @Test
  void theRunningCrawlerErasesEveryHour() throws IOException {
    var kept = site("kept", "1d");
    try (var archive = PageArchive.start(folder, List.of(kept), clock)) {
      keep(archive, kept, 1);
      until(() -> archive.counts().written() == 1);
      now = NOON.plus(Duration.ofHours(12));
      until(() -> archive.counts().erased() == 1);
      keep(archive, kept, 2);
    }
    assertThat(files()).containsExactly(Path.of("kept/2026-11-04.warc.gz"));
  }

  private static void until(java.util.function.BooleanSupplier state) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!state.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void whatASiteLeftThatKeepsNothingNowGoesAfterTheLongestTerm() throws IOException {
    try (var archive = PageArchive.start(folder, List.of(site("gone", "1d")), clock)) {
      keep(archive, site("gone", "1d"), 1);
    }
    now = NOON.plus(Duration.ofDays(3));
    PageArchive.start(folder, List.of(site("gone", "off")), clock).close();
    assertThat(files()).hasSize(1);
    now = NOON.plus(Duration.ofDays(7));
    PageArchive.start(folder, List.of(), clock).close();
    assertThat(files()).isEmpty();
  }

  @Test
  void whatCannotBeWrittenIsCountedAndHurtsNobody() throws IOException {
    var kept = site("kept", "7d");
    Files.writeString(folder.resolve("kept"), "a file where the folder should be");
    var archive = PageArchive.start(folder, List.of(kept), clock);
    keep(archive, kept, 1);
    keep(archive, kept, 2);
    archive.close();
    assertThat(archive.counts()).isEqualTo(new PageArchive.Counts(0, 0, 2, 0));
  }

  @Test
  void morePagesThanCanWaitAreDroppedAndCounted() {
    var kept = site("kept", "7d");
    var archive = PageArchive.start(folder, List.of(kept), clock);
    var large = new Page("https://demo.example/ad/1", new byte[33 << 20], "text/html", NOON);
    archive.keep(kept, PageKind.AD, large, 200, Headers.of());
    archive.close();
    assertThat(archive.counts()).isEqualTo(new PageArchive.Counts(0, 1, 0, 0));
  }
}
