package org.maraude.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;

/** Pages as large as any that is read, made to be slow or to overflow a stack. */
class HostilePagesTest {

  private static final int LARGEST = 2 << 20;
  // Some take a second on a slow machine; without the bounds they take minutes.
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final SiteFile SITE =
      SiteFileReader.parse(
          "demo.yaml",
          """
          id: demo
          approval: {by: a, on: 2026-11-01, basis: b}
          start: [https://demo.example/list]
          hosts: [demo.example]
          listing: {card: .c, link: a@href, ignore: i}
          ad:
            localId: "@data-id | url:/ad/(\\\\d+)"
            title: {select: "h1 | .t > b | div div .u", required: true}
            body: {select: .b, required: true}
          """);

  private static String filled(String part) {
    return part.repeat(LARGEST / part.length());
  }

  private static String numbered(int count, String part) {
    var text = new StringBuilder();
    IntStream.range(0, count).forEach(i -> text.append(part.replace("#", Integer.toString(i))));
    return text.toString();
  }

  private static String script(String json) {
    return "<script type=application/ld+json>" + json + "</script>";
  }

  private static String product(String more) {
    return "{\"@type\":\"Product\",\"sku\":\"1\",\"name\":\"T\"," + more + "}";
  }

  static Stream<Arguments> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("10,000 levels", "<div class=c>".repeat(10_000) + "<h1>T</h1><p class=b>B");
    pages.put("10,000 levels of <b>", "<b class=b>".repeat(10_000) + "<h1>T</h1>");
    pages.put("levels to the brim", filled("<div class=c>"));
    pages.put("cards in cards", numbered(90_000, "<div class=c><a href=#>x</a>"));
    pages.put(
        "cards around a long text",
        numbered(400, "<div class=c><a href=#>x</a>") + "word ".repeat(400_000));
    pages.put("100,000 cards", numbered(100_000, "<p class=c><a href=#>"));
    pages.put("100,000 cards without a link", numbered(100_000, "<p class=c>x</p>"));
    pages.put("100,000 links", numbered(100_000, "<a href=#>x</a>"));
    pages.put("items in items", filled("<p itemscope itemprop=a>"));
    pages.put("items to the brim", filled("<p itemscope>"));
    pages.put(
        "items that refer to all",
        numbered(3_000, "<p itemscope itemtype=//x/Offer itemref='i0 i1 i2' id=i#>")
            + filled("<i itemprop=name>").substring(0, 500_000));
    pages.put(
        "references in a circle",
        numbered(50, "<p id=i# itemprop=a itemscope itemref='" + numbered(50, "i# ") + "'></p>")
            + "<p itemscope itemref=i1></p>");
    pages.put("JSON arrays", script(filled("[")));
    pages.put("JSON objects", script("[" + filled("{},") + "{}]"));
    pages.put("JSON comments", script(filled("<!--") + "{"));
    pages.put("JSON in 30,000 blocks", numbered(30_000, script("{\"a\":#}")));
    pages.put("JSON string", script(product("\"description\":\"" + "<b ".repeat(150_000) + "\"")));
    pages.put("JSON number", script(product("\"price\":" + "9".repeat(100_000))));
    pages.put(
        "JSON list",
        script(
            "{\"@type\":\"ItemList\",\"itemListElement\":["
                + numbered(20_000, "{\"url\":\"/ad/#\"},")
                + "]}"));
    pages.put(
        "JSON references",
        script(
            "{\"@graph\":["
                + numbered(
                    2000, "{\"@id\":\"#\",\"@type\":\"Offer\",\"itemOffered\":{\"@id\":\"#\"}},")
                + "]}"));
    pages.put("attributes", "<p " + numbered(150_000, "a#=1 ") + ">");
    pages.put("entities", filled("&amp;"));
    pages.put("blank lines", "<h1>T</h1><pre class=b>" + filled(" \n"));
    pages.put("date", "<time>" + filled("1 a "));
    return pages.entrySet().stream()
        .map(page -> Arguments.argumentSet(page.getKey(), page.getValue()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageMadeToHurtIsReadInBoundedTime(String html) {
    var bytes = html.getBytes(StandardCharsets.UTF_8);
    var whole = bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    var now = Instant.parse("2026-11-03T12:00:00Z");
    var page = new Page("https://demo.example/ad/17", whole, "text/html; charset=utf-8", now);
    var start = System.nanoTime();
    assertThat(Extractor.ad(SITE, page))
        .isInstanceOfAny(Extracted.Ad.class, Extracted.Incomplete.class);
    var listing = ((Extracted.Listing) Extractor.listing(SITE, page)).page();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    assertThat(listing.cards()).hasSizeLessThanOrEqualTo(1000);
  }
}
