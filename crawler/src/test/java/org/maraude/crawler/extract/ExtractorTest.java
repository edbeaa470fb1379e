package org.maraude.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.ads.ObservedAd;

class ExtractorTest {

  private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");
  private static final String AD_URL = "https://demo.example/ad/17";

  private static SiteFile site(String rules) {
    return SiteFileReader.parse(
        "demo.yaml",
        """
        id: demo
        approval: {by: a, on: 2026-11-01, basis: b}
        start: [https://demo.example/list]
        hosts: [demo.example]
        """
            + rules);
  }

  private static final SiteFile SELECTORS =
      site(
          """
          listing: {card: .ad, link: a@href, next: .next@href, ignore: .ago}
          ad:
            localId: "@data-id | url:/ad/(\\\\d+)"
            title: {select: "h2 | h1", required: true}
            body: {select: .body, required: true}
            postedAt: .date
            place: .place
            fields: {age: .age}
          """);

  private static Page page(String url, String html) {
    return new Page(url, html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", NOW);
  }

  private static ObservedAd ad(SiteFile site, Page page) {
    return ((Extracted.Ad) Extractor.ad(site, page)).ad();
  }

  @Test
  void selectorsReadAnAdWithFallbacksInOrder() {
    var html =
        "<h1>Bonjour</h1><div class=body><p>Une ligne<br>deux</p><p>trois</p></div>"
            + "<p class=date>3 novembre 2026 à 10h05</p><p class=place>33000 Bordeaux</p><img><img>";
    var ad = ad(SELECTORS, page(AD_URL, html));
    assertThat(ad.adId()).isEqualTo("demo:17");
    assertThat(ad.title()).isEqualTo("Bonjour");
    assertThat(ad.body()).isEqualTo("Une ligne\ndeux\ntrois");
    assertThat(ad.postedAt()).isEqualTo("2026-11-03T09:05:00Z");
    assertThat(ad.place().departement()).isEqualTo("33");
    assertThat(ad.imageCount()).isEqualTo(2);
    assertThat(((Extracted.Ad) Extractor.ad(SELECTORS, page(AD_URL, html))).missing())
        .containsExactly("age");
  }

  @Test
  void jsonLdInAGraphComesBeforeSelectors() {
    var html =
        """
        <script type="application/ld+json">not json</script>
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
          {"@type":"WebSite","name":"Site"},
          {"@type":["Product","Thing"],"sku":17,"name":"Titre","description":"Corps\\u0000 du texte",
           "image":["a.jpg","b.jpg","c.jpg"],"datePosted":"2026-10-01T08:00:00+02:00","category":"massage",
           "offers":{"@type":"Offer","price":80,"priceCurrency":"EUR","seller":{"name":"Alix"}},
           "seller":{"@type":"Person","name":"Alix","telephone":"06 39 98 00 17"},
           "additionalProperty":[{"@type":"PropertyValue","name":"Age","value":"24"}],
           "areaServed":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Ajaccio",
             "postalCode":"20000","addressCountry":"fr"}}}]}</script><h1>Autre</h1>
        """;
    var ad = ad(site(""), page("https://demo.example/x", html));
    assertThat(ad.adId()).isEqualTo("demo:17");
    assertThat(ad.title()).isEqualTo("Titre");
    assertThat(ad.body()).isEqualTo("Corps du texte");
    assertThat(ad.category()).isEqualTo("massage");
    assertThat(ad.place().text()).isEqualTo("Ajaccio 20000");
    assertThat(ad.place().departement()).isEqualTo("2A");
    assertThat(ad.place().country()).isEqualTo("FR");
    assertThat(ad.fields())
        .containsEntry("price", "80 EUR")
        .containsEntry("name", "Alix")
        .containsEntry("phone", "06 39 98 00 17")
        .containsEntry("age", "24");
    assertThat(ad.imageCount()).isEqualTo(3);
    assertThat(ad.postedAt()).isEqualTo("2026-10-01T06:00:00Z");
  }

  @Test
  void microdataInWindows1252IsRead() {
    var html =
        "<meta charset=windows-1252><div itemscope itemtype='https://schema.org/Offer'>"
            + "<meta itemprop=sku content=9><h1 itemprop=name>Été à Nîmes — œuvre</h1>"
            + "<div itemprop=description>Première<br>seconde</div>"
            + "<div itemprop=availableAtOrFrom itemscope itemtype='https://schema.org/Place'>"
            + "<span itemprop=address itemscope><b itemprop=addressLocality>Nîmes</b> "
            + "<b itemprop=postalCode>30000</b></span></div>"
            + "<time itemprop=datePosted datetime='2026-05-01'>mai</time></div>";
    var page = new Page(AD_URL, html.getBytes(Charset.forName("windows-1252")), "text/html", NOW);
    var ad = ad(site(""), page);
    assertThat(ad.adId()).isEqualTo("demo:9");
    assertThat(ad.title()).isEqualTo("Été à Nîmes — œuvre");
    assertThat(ad.body()).isEqualTo("Première\nseconde");
    assertThat(ad.place().departement()).isEqualTo("30");
    assertThat(ad.postedAt()).isEqualTo("2026-04-30T22:00:00Z");
  }

  @Test
  void theSameContentHasTheSameHashAndAnotherHasNot() {
    var html = "<h1>A</h1><div class=body>B</div>";
    var hash = ad(SELECTORS, page(AD_URL, html)).contentHash();
    assertThat(ad(SELECTORS, page(AD_URL, "<br>" + html)).contentHash()).isEqualTo(hash);
    assertThat(ad(SELECTORS, page(AD_URL, html.replace("B<", "C<"))).contentHash())
        .isNotEqualTo(hash);
  }

  @Test
  void anAdWithoutARequiredFieldIsNone() {
    assertThat(Extractor.ad(SELECTORS, page(AD_URL, "<h1>A</h1>")))
        .isEqualTo(new Extracted.Incomplete(java.util.List.of("age", "body", "place", "postedAt")));
  }

  @Test
  void aWallIsNeverContent() {
    var wall = "<title>Site check</title><h1>A</h1><div class=body>B</div>";
    var form = "<title>x</title><form action=/captcha><input></form>";
    var contact = "<form action=/captcha></form><h1>A</h1><div class=body>B</div>";
    assertThat(Extractor.ad(SELECTORS, page(AD_URL, wall))).isEqualTo(new Extracted.Wall());
    assertThat(Extractor.listing(SELECTORS, page(AD_URL, form))).isEqualTo(new Extracted.Wall());
    assertThat(Extractor.ad(SELECTORS, page(AD_URL, contact))).isInstanceOf(Extracted.Ad.class);
    var own = site("wall: [\"#gate\"]");
    assertThat(Extractor.listing(own, page(AD_URL, "<p id=gate>"))).isEqualTo(new Extracted.Wall());
  }

  @Test
  void invalidUtf8IsNamed() {
    var bytes = "<h1>éééé</h1><div class=body>éé</div>".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Extractor.ad(SELECTORS, new Page(AD_URL, bytes, "text/html; charset=utf-8", NOW)))
        .isEqualTo(new Extracted.Undecodable());
  }

  @Test
  void aListingYieldsCardsInsideTheScopeAndTheNextPage() {
    var html =
        """
        <div class=ad><a href="/ad/1#x">Un</a><i class=ago>2 min</i></div>
        <div class=ad><a href="/ad/1">Un</a></div>
        <div class=ad><a href="https://other.example/ad/2">Deux</a></div>
        <div class=ad>sans lien</div>
        <a class=next href="?p=2">suite</a>
        """;
    var listing = ((Extracted.Listing) Extractor.listing(SELECTORS, page(AD_URL, html))).page();
    assertThat(listing.cards())
        .singleElement()
        .satisfies(card -> {
          assertThat(card.url()).isEqualTo("https://demo.example/ad/1");
          assertThat(card.localId()).isEqualTo("1");
        });
    assertThat(listing.next()).isEqualTo("https://demo.example/ad/17?p=2");
    var later = page(AD_URL, html.replace("2 min", "9 min"));
    assertThat(((Extracted.Listing) Extractor.listing(SELECTORS, later)).page()).isEqualTo(listing);
  }

  @Test
  void anItemListIsAListing() {
    var html =
        """
        <script type="application/ld+json">{"@type":"ItemList","itemListElement":[
        {"@type":"ListItem","position":1,"url":"/ad/1"},{"@type":"ListItem","item":{"@id":"/ad/2"}},
        "/ad/3"]}</script><link rel=next href="/list?p=2">
        """;
    var read = ((Extracted.Listing) Extractor.listing(site(""), page(AD_URL, html))).page();
    assertThat(read.cards()).hasSize(3);
    assertThat(read.next()).isEqualTo("https://demo.example/list?p=2");
  }
}
