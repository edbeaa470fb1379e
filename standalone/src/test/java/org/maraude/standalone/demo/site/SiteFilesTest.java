package org.maraude.standalone.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maraude.crawler.extract.Extracted;
import org.maraude.crawler.extract.Extractor;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.robots.RobotsRules;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.ListingCard;
import org.maraude.standalone.demo.SharedWorld;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;

/** Each site's own file, read by the crawler's own code, yields each field of each of its ads. */
class SiteFilesTest {

  private static final String ADDRESS = "http://127.0.0.1:40123";

  @ParameterizedTest
  @EnumSource
  void everyFieldOfEveryAdComesOut(SiteId id) {
    SitePages pages = SitePages.of(id);
    SiteFile file = file(pages);
    for (DemoAd ad : SharedWorld.WORLD.at(SharedWorld.EPOCH).on(id)) {
      Extracted extracted = Extractor.ad(file, page(pages, url(pages, ad), pages.ad(ad)));
      assertThat(extracted).isInstanceOfSatisfying(Extracted.Ad.class, read -> same(read.ad(), ad));
    }
  }

  private static void same(ObservedAd read, DemoAd ad) {
    assertThat(read.adId()).isEqualTo(ad.adId());
    assertThat(read.title()).isEqualTo(ad.title());
    assertThat(read.body().lines().map(String::strip).filter(line -> !line.isEmpty()))
        .containsExactlyElementsOf(ad.body().lines().toList());
    assertThat(read.postedAt())
        .isEqualTo(
            ad.site() == SiteId.MOULIN
                ? ad.postedAt().truncatedTo(ChronoUnit.MINUTES)
                : ad.postedAt());
    assertThat(read.category()).isEqualTo(ad.category());
    assertThat(read.place().text()).contains(ad.town());
    assertThat(read.place().departement()).isEqualTo(ad.departement());
    assertThat(read.imageCount()).isEqualTo(ad.images());
    Map<String, String> expected = new TreeMap<>(Map.of("name", ad.name()));
    if (ad.age() instanceof String age) {
      expected.put("age", age);
    }
    if (ad.phone() instanceof String phone) {
      expected.put("phone", phone);
    }
    Map<String, String> fields = new TreeMap<>(read.fields());
    String price = fields.remove("price");
    assertThat(fields).isEqualTo(expected);
    assertThat(price == null ? null : price.replaceAll("\\D", ""))
        .isEqualTo(ad.price() == null ? null : Integer.toString(ad.price()));
  }

  @ParameterizedTest
  @EnumSource
  void followingTheListingsByTheSiteFileFindsEveryAd(SiteId id) {
    SitePages pages = SitePages.of(id);
    SiteFile file = file(pages);
    List<DemoAd> listed = SharedWorld.WORLD.at(SharedWorld.EPOCH).on(id);
    List<String> found = new ArrayList<>();
    String next = file.start().get(0);
    while (next != null) {
      Route route = pages.route(URI.create(next));
      assertThat(route).isInstanceOf(Route.Listing.class);
      int number = ((Route.Listing) route).page();
      String html = pages.listing(ListingPage.of(listed, number, pages.pageSize()));
      Extracted extracted = Extractor.listing(file, page(pages, next, html));
      assertThat(extracted).isInstanceOf(Extracted.Listing.class);
      var listing = ((Extracted.Listing) extracted).page();
      for (ListingCard card : listing.cards()) {
        assertThat(pages.route(URI.create(card.url())))
            .isInstanceOfSatisfying(Route.Ad.class, ad -> found.add(ad.localId()));
      }
      next = listing.next();
    }
    assertThat(found).containsExactlyElementsOf(listed.stream().map(DemoAd::localId).toList());
    assertThat(file.maxPages() * pages.pageSize()).isGreaterThan(listed.size() * 2);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfAnAdShowsInItsCard(SiteId id) {
    SitePages pages = SitePages.of(id);
    SiteFile file = file(pages);
    DemoAd ad = SharedWorld.WORLD.at(SharedWorld.EPOCH).on(id).get(0);
    DemoAd changed = ad.changedTo(ad.body() + " ", ad.price());
    assertThat(cards(pages, file, ad)).isNotEqualTo(cards(pages, file, changed));
  }

  @ParameterizedTest
  @EnumSource
  void robotsAllowAdsAndListingsAndForbidTheRest(SiteId id) {
    SitePages pages = SitePages.of(id);
    RobotsRules rules = RobotsRules.parse(ADDRESS, pages.robots());
    DemoAd ad = SharedWorld.WORLD.at(SharedWorld.EPOCH).on(id).get(0);
    assertThat(rules.allows(ADDRESS + pages.listingPath(2))).isTrue();
    assertThat(rules.allows(url(pages, ad))).isTrue();
    String forbidden =
        switch (id) {
          case QUAI -> "/prive/compte";
          case HALLE -> "/api/numero?a=1";
          case JARDIN -> "/imprimer.php?id=1";
          case MOULIN -> "/admin/";
        };
    assertThat(pages.route(URI.create(forbidden))).isInstanceOf(Route.Forbidden.class);
    assertThat(rules.allows(ADDRESS + forbidden)).isFalse();
    if (id == SiteId.MOULIN) {
      assertThat(rules.crawlDelay()).isEqualTo(Duration.ofMillis(500));
    }
  }

  private static List<ListingCard> cards(SitePages pages, SiteFile file, DemoAd ad) {
    String html = pages.listing(new ListingPage(1, 1, List.of(ad)));
    Extracted read = Extractor.listing(file, page(pages, file.start().get(0), html));
    assertThat(read).isInstanceOf(Extracted.Listing.class);
    return ((Extracted.Listing) read).page().cards();
  }

  private static SiteFile file(SitePages pages) {
    SiteFile file =
        SiteFileReader.parse(
            pages.site().id(), SiteFileText.of(pages, ADDRESS, Duration.ofSeconds(5)));
    assertThat(file.local()).isTrue();
    assertThat(file.delay()).isEqualTo(Duration.ofMillis(20));
    return file;
  }

  private static String url(SitePages pages, DemoAd ad) {
    return ADDRESS
        + switch (pages.site()) {
          case QUAI -> "/annonce/" + ad.localId();
          case HALLE -> "/a/" + ad.localId() + "-x.html";
          case JARDIN -> "/detail.php?id=" + ad.localId();
          case MOULIN -> "/d/" + ad.localId() + "/";
        };
  }

  private static Page page(SitePages pages, String url, String html) {
    return new Page(
        url, Markup.encode(html, pages.charset()), pages.contentType(), SharedWorld.EPOCH);
  }
}
