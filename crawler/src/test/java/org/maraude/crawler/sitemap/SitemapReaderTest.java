package org.maraude.crawler.sitemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.SitemapPage;

class SitemapReaderTest {

  private static final String OPEN =
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
          + " xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>";
  private static final SiteFile SITE =
      SiteFileReader.parse(
          "s.yaml",
          """
          id: s
          approval: {by: a, on: 2026-11-01, basis: b}
          start: [https://demo.example/]
          sitemaps: [https://demo.example/ads.xml]
          hosts: [demo.example]
          ad: {url: '/ad/\\d+'}
          """);

  private static SitemapPage read(String xml) throws SitemapException, IOException {
    return read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static SitemapPage read(InputStream body) throws SitemapException, IOException {
    return SitemapReader.read(SITE, "https://demo.example/ads.xml", body);
  }

  private static String url(String path, String lastmod) {
    return "<url><loc>https://demo.example%s</loc><lastmod>%s</lastmod></url>"
        .formatted(path, lastmod);
  }

  @Test
  void onlyAdsOfTheSiteAreKeptTheNewestFirstAndNoImage() throws Exception {
    var read =
        read(
            OPEN
                + url("/ad/1", "2026-11-02T10:00:00Z")
                + url("/about", "2026-11-05")
                + url("/ad/8.jpg", "2026-11-05")
                + "<url><loc>https://other.example/ad/9</loc></url>"
                + "<url><loc>https://demo.example/ad/2</loc><lastmod>2026-11-03</lastmod>"
                + "<image:image><image:loc>https://demo.example/ad/77.jpg</image:loc></image:image>"
                + "</url></urlset>");
    assertThat(read.parts()).isEmpty();
    assertThat(read.pages())
        .containsExactly(
            new SitemapPage.Link(
                "https://demo.example/ad/2", Instant.parse("2026-11-03T00:00:00Z")),
            new SitemapPage.Link(
                "https://demo.example/ad/1", Instant.parse("2026-11-02T10:00:00Z")));
  }

  @Test
  void anIndexNamesItsPartsAndGzipIsRead() throws Exception {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(
          """
          <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <sitemap><loc>https://demo.example/1.xml.gz</loc><lastmod>2026-11-02</lastmod></sitemap>
          <sitemap><loc>https://other.example/2.xml</loc></sitemap>
          </sitemapindex>\
          """
              .getBytes(StandardCharsets.UTF_8));
    }
    var read = read(new ByteArrayInputStream(zipped.toByteArray()));
    assertThat(read.parts())
        .extracting(SitemapPage.Link::url)
        .containsExactly("https://demo.example/1.xml.gz");
  }

  @Test
  void oneTimeForAllSaysNothing() throws Exception {
    var xml = new StringBuilder(OPEN);
    for (int i = 0; i < 12; i++) {
      xml.append(url("/ad/" + i, "2026-11-02T10:00:00Z"));
    }
    assertThat(read(xml.append("</urlset>").toString()).pages())
        .hasSize(12)
        .allSatisfy(link -> assertThat(link.lastModified()).isNull());
  }

  @Test
  void ofALongSitemapTheNewestAreKept() throws Exception {
    var xml = new StringBuilder(OPEN);
    for (int i = 0; i < 6_000; i++) {
      xml.append(url("/ad/" + i, Instant.ofEpochSecond(1_700_000_000 + i).toString()));
    }
    var pages = read(xml.append("</urlset>").toString()).pages();
    assertThat(pages).hasSize(SitemapReader.MOST_LINKS);
    assertThat(pages.get(0).url()).isEqualTo("https://demo.example/ad/5999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE u [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><urlset><url><loc>&x;</loc></url>"
            + "</urlset>",
        "<!DOCTYPE u [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><urlset><url><loc>&c;</loc></url></urlset>",
        "<!DOCTYPE u SYSTEM 'http://127.0.0.1:9/x.dtd'><urlset></urlset>",
        "<html><body>no sitemap</body></html>",
        "{}",
        "",
      })
  void whatIsNoSitemapOrBringsEntitiesIsUndecodable(String hostile) {
    assertThatThrownBy(() -> read(hostile))
        .isInstanceOfSatisfying(
            SitemapException.class,
            e -> assertThat(e.outcome()).isEqualTo(FetchOutcome.UNDECODABLE));
  }

  @Test
  void moreThanFiftyMegabytesDecodedAreTooLarge() throws Exception {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(OPEN.getBytes(StandardCharsets.UTF_8));
      var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 51; i++) {
        gzip.write(spaces);
      }
    }
    var bomb = new ByteArrayInputStream(zipped.toByteArray());
    assertThatThrownBy(() -> read(new SequenceInputStream(bomb, InputStream.nullInputStream())))
        .isInstanceOfSatisfying(
            SitemapException.class, e -> assertThat(e.outcome()).isEqualTo(FetchOutcome.TOO_LARGE));
  }
}
