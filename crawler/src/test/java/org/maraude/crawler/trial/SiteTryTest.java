package org.maraude.crawler.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.extract.Extracted;
import org.maraude.crawler.extract.Reading;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.FetchOutcome;

class SiteTryTest {

  private static final CrawlerIdentity WHO =
      new CrawlerIdentity("Test", "https://example.org/bot", "bot@example.org");

  private final List<ObservedAd> ads = new ArrayList<>();
  private final List<String> forbidden = new ArrayList<>();
  private final List<FetchOutcome> outcomes = new ArrayList<>();

  private SiteTry.Summary run(SmallSite site, String delay, int most) throws InterruptedException {
    return SiteTry.run(
        site.file("s", delay, ""),
        WHO,
        most,
        Clock.systemUTC(),
        new SiteTry.Listener() {
          @Override
          public void visited(String url, FetchOutcome outcome, List<String> missing) {
            outcomes.add(outcome);
          }

          @Override
          public void forbidden(String url) {
            forbidden.add(url);
          }

          @Override
          public void ad(ObservedAd ad) {
            ads.add(ad);
          }
        });
  }

  @Test
  void allPagesOfASmallSiteComeOutPolitely() throws InterruptedException {
    try (var site = SmallSite.start(12)) {
      var summary = run(site, "20ms", 100);
      assertThat(summary).isEqualTo(new SiteTry.Summary(15, 12, null));
      assertThat(new HashSet<>(ads.stream().map(ObservedAd::adId).toList())).hasSize(12);
      var visits = site.visits();
      assertThat(visits.get(0).path()).isEqualTo("/robots.txt");
      for (int i = 1; i < visits.size(); i++) {
        assertThat(visits.get(i).begin() - visits.get(i - 1).end())
            .isGreaterThanOrEqualTo(20_000_000L);
      }
    }
  }

  @Test
  void itStopsAtTheNumberAsked() throws InterruptedException {
    try (var site = SmallSite.start(12)) {
      assertThat(run(site, "0ms", 3).ads()).isEqualTo(3);
    }
  }

  @Test
  void whatIsForbiddenIsToldAndNotAsked() throws InterruptedException {
    try (var site = SmallSite.start(1)) {
      site.answer(
          "/robots.txt",
          exchange -> SmallSite.send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /ad"));
      run(site, "0ms", 10);
      assertThat(forbidden).containsExactly(site.origin() + "/ad/1");
      assertThat(site.visits()).hasSize(2);
    }
  }

  @Test
  void aLongRefusalEndsIt() throws InterruptedException {
    try (var site = SmallSite.start(1)) {
      site.answer(
          "/list",
          exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "600");
            SmallSite.send(exchange, 429, "text/plain", "later");
          });
      assertThat(run(site, "0ms", 10).stoppedBy()).contains("429").contains("wait 10 min");
      assertThat(outcomes).endsWith(FetchOutcome.TOO_MANY_REQUESTS);
    }
  }

  @Test
  void aSavedPageIsReadBothWays(@TempDir Path folder) throws java.io.IOException {
    try (var site = SmallSite.start(1)) {
      var html = "<div data-id=4><h1>Un</h1><div class=body>B</div></div>";
      var saved = Files.writeString(folder.resolve("p.html"), html);
      var reading =
          SiteCheck.read(site.file("s", "0ms", ""), saved, null, Clock.systemUTC().instant());
      assertThat(reading.asAd().extracted()).isInstanceOf(Extracted.Ad.class);
      assertThat(reading.asAd().readings().get("title")).isEqualTo(new Reading("Un", "h1"));
      assertThat(reading.asListing()).isInstanceOf(Extracted.Listing.class);
    }
  }
}
