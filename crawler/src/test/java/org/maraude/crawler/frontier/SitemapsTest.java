package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SitemapPage;

/** What a sitemap has asked. */
class SitemapsTest extends FrontierFixture {

  private static final String ROBOTS = "User-agent: *\nSitemap: https://demo.example/index.xml\n";

  private static SitemapPage.Link link(String path, @Nullable Instant lastModified) {
    return new SitemapPage.Link("https://demo.example" + path, lastModified);
  }

  private void sitemap(Permit permit, SitemapPage sitemap) {
    give(
        new FetchResult(
            permit,
            false,
            FetchOutcome.CONTENT,
            200,
            now,
            10,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            sitemap));
  }

  @Test
  void theSitemapsOfRobotsTxtAreAskedAndAChangedAdIsReadAgain() {
    seed();
    robots(onlyPermit(), ROBOTS);
    var index = next();
    assertThat(index.url()).isEqualTo("https://demo.example/index.xml");
    assertThat(index.kind()).isEqualTo(PageKind.SITEMAP);
    sitemap(index, new SitemapPage(List.of(), List.of(link("/a.xml", now))));
    listing(next(), null, 1, 2);
    var part = next();
    assertThat(part.url()).isEqualTo("https://demo.example/a.xml");
    sitemap(part, new SitemapPage(List.of(link("/ad/3", null), link("/unknown", now)), List.of()));
    var read = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      var permit = next();
      read.add(permit.url());
      ad(permit, "x");
    }
    assertThat(read)
        .containsExactlyInAnyOrder(
            "https://demo.example/ad/1", "https://demo.example/ad/2", "https://demo.example/ad/3");
  }

  @Test
  void onceADayAnAdThatIsNewerThanItsLastReadingIsVisited() {
    seed();
    robots(onlyPermit(), ROBOTS);
    var first = next();
    sitemap(first, new SitemapPage(List.of(), List.of()));
    listing(next(), null, 1, 2);
    ad(next(), "one");
    ad(next(), "two");
    var read = now;
    var asked = new ArrayList<String>();
    int sitemaps = 0;
    for (int i = 0; i < 25 * 12; i++) {
      pass(Duration.ofMinutes(5));
      for (var permit : permits()) {
        switch (permit.kind()) {
          case ROBOTS -> robots(permit, ROBOTS);
          case LISTING -> listing(permit, null, 1, 2);
          case SITEMAP -> {
            sitemaps++;
            sitemap(
                permit,
                new SitemapPage(
                    List.of(
                        link("/ad/1", read.plusSeconds(60)),
                        link("/ad/2", read.minusSeconds(60)),
                        link("/ad/2", now.plusSeconds(60))),
                    List.of()));
          }
          case AD -> {
            asked.add(permit.url());
            ad(permit, "changed");
          }
        }
      }
    }
    assertThat(sitemaps).isEqualTo(1);
    assertThat(asked).containsExactly("https://demo.example/ad/1");
  }
}
