package org.maraude.standalone.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.standalone.demo.DemoSites;
import org.maraude.standalone.demo.DemoSitesConfig;
import org.maraude.standalone.demo.site.SiteRequest;
import org.maraude.standalone.folder.DataFolder;

/** The whole demo, once: what its crawl asks of the sites, and what comes out. */
class DemoCrawlIT {

  private static final Duration DELAY = Duration.ofMillis(20);
  private static final Duration CRAWL_DELAY = Duration.ofMillis(500);
  private static final Duration NOTED_LATE = Duration.ofMillis(200);
  private static final Duration WITHIN = Duration.ofMinutes(8);
  private static final List<String> FORBIDDEN =
      List.of(
          "/media/",
          "/prive/",
          "/recherche",
          "/compte",
          "/api/",
          "/imprimer.php",
          "/membre.php",
          "/admin/");

  private @TempDir Path temp;

  @Test
  void theWholeHistoryComesInWithoutOneImpoliteRequest() throws Exception {
    var requests = new ConcurrentLinkedQueue<SiteRequest>();
    var epoch = Instant.parse("2026-11-01T00:00:00Z");
    // Nothing appears or goes after the epoch, so that «whole» has a meaning.
    try (var sites =
        DemoSites.start(
            new DemoSitesConfig(
                2026,
                epoch,
                Clock.fixed(epoch, java.time.ZoneOffset.UTC),
                Map.of(),
                true,
                requests::add))) {
      int wanted = sites.world().at(epoch).all().size();
      var installation = new Installation(config(sites), (part, took) -> {});
      try {
        installation.start();
        awaitAssessed(installation, wanted);
        assertThat(installation.progress().minor()).isPositive();
        assertThat(installation.progress().adult()).isPositive();
      } finally {
        installation.close();
      }
    }
    assertThat(requests).noneMatch(request -> isForbidden(request.target()));
    assertThat(requests).allMatch(request -> request.userAgent().startsWith("maraude/"));
    assertGaps(List.copyOf(requests));
  }

  private InstallationConfig config(DemoSites sites) {
    return new InstallationConfig(
        DataFolder.openOrCreate(temp.resolve("data")),
        sites.siteFiles().entrySet().stream()
            .map(site -> SiteFileReader.parse(site.getKey() + ".yaml", site.getValue()))
            .toList(),
        new CrawlerIdentity("Test", "http://example.org/", "test@example.org"),
        Optional.empty(),
        Optional.empty(),
        0,
        true,
        Duration.ofMillis(20),
        Clock.systemUTC());
  }

  private static void awaitAssessed(Installation installation, int wanted) throws Exception {
    var all = new CountDownLatch(1);
    try (var watch = Executors.newSingleThreadScheduledExecutor()) {
      watch.scheduleAtFixedRate(
          () -> {
            if (installation.progress().assessed() >= wanted) {
              all.countDown();
            }
          },
          1,
          1,
          TimeUnit.SECONDS);
      assertThat(all.await(WITHIN.toSeconds(), TimeUnit.SECONDS))
          .as("%d ads wanted, %s", wanted, installation.progress())
          .isTrue();
      watch.shutdownNow();
    }
  }

  private static boolean isForbidden(String target) {
    return FORBIDDEN.stream().anyMatch(target::startsWith)
        || target.matches("(?i).*\\.(jpe?g|png|gif|webp|mp4|svg)(\\?.*)?");
  }

  private static void assertGaps(List<SiteRequest> requests) {
    var bySite = requests.stream().collect(Collectors.groupingBy(SiteRequest::site));
    assertThat(bySite).hasSize(4);
    var tooClose = new HashMap<String, Integer>();
    bySite.forEach((site, asked) -> {
      var delay = site.equals("demo-moulin") ? CRAWL_DELAY : DELAY;
      var ordered =
          asked.stream()
              .sorted(java.util.Comparator.comparingLong(SiteRequest::startNanos))
              .toList();
      for (int i = 1; i < ordered.size(); i++) {
        // The first is robots.txt, whose Crawl-delay is not known before it is read.
        if (i > 1 && isTooClose(ordered.get(i - 1), ordered.get(i), delay)) {
          tooClose.merge(site, 1, Integer::sum);
        }
      }
    });
    assertThat(tooClose).isEmpty();
    assertThat(bySite.keySet()).containsAll(Set.of("demo-moulin", "demo-quai"));
  }

  private static boolean isTooClose(SiteRequest earlier, SiteRequest later, Duration delay) {
    long apart = later.startNanos() - earlier.startNanos();
    // The server notes the end of an answer a moment after the crawler has it.
    boolean atOnce = later.startNanos() < earlier.endNanos() - NOTED_LATE.toNanos();
    return apart < delay.toNanos() || atOnce;
  }
}
