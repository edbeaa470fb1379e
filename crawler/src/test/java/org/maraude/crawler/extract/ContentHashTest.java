package org.maraude.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.ads.ObservedAd;

/**
 * Random ads, each written in many ways: what reads the same has one hash, what does not has not.
 */
class ContentHashTest {

  private static final long SEED = 20261103;
  private static final int ADS = 100;
  private static final List<String> WORDS =
      List.of("Été", "Alix", "Lyon", "matin", "téléphone", "7 h", "R & D", "<80", "œuvre", "soir");
  private static final List<String> FIELDS =
      List.of("title", "body", "place", "category", "age", "phone", "name", "price");
  private static final SiteFile SITE =
      SiteFileReader.parse(
          "demo.yaml",
          """
          id: demo
          approval: {by: a, on: 2026-11-01, basis: b}
          start: [https://demo.example/list]
          hosts: [demo.example]
          ad:
            localId: url:/ad/(\\d+)
            title: .title
            body: .body
            place: .place
            category: .category
            postedAt: .posted
            fields: {age: .age, phone: .phone, name: .name, price: .price}
          """);

  private final Random random = new Random(SEED);

  private Map<String, String> ad() {
    var ad = new LinkedHashMap<String, String>();
    for (var field : FIELDS) {
      ad.put(field, words(field.equals("body") ? 12 : 2));
    }
    ad.put("place", (10_000 + random.nextInt(80_000)) + " " + words(1));
    return ad;
  }

  private String words(int count) {
    return random
        .ints(count, 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(" "));
  }

  /** The same words in another dress. */
  private String html(Map<String, String> ad) {
    var parts = new ArrayList<String>();
    for (var field : ad.entrySet()) {
      var tag = pick("div", "p", "section", "h2");
      parts.add(
          "<%s class='x %s'>%s</%s>%s"
              .formatted(tag, field.getKey(), dressed(field.getValue()), tag, space()));
    }
    parts.add("<p class=posted>il y a " + random.nextInt(2, 50) + " min</p>");
    parts.add("<img src=/" + random.nextInt() + ">");
    Collections.shuffle(parts, random);
    return "<title>" + random.nextInt() + "</title>" + String.join(space(), parts);
  }

  private String dressed(String text) {
    var dressed = new StringBuilder(space());
    for (var word : text.split(" ")) {
      var escaped = word.replace("&", "&amp;").replace("<", pick("&lt;", "&#60;", "&#x3c;"));
      var form = random.nextBoolean() ? Normalizer.Form.NFC : Normalizer.Form.NFD;
      var written = Normalizer.normalize(escaped, form);
      dressed
          .append(
              switch (random.nextInt(5)) {
                case 0 -> "<b>" + written + "</b>";
                case 1 -> "<span style='x'>" + written + "</span>";
                case 2 -> "<!-- " + random.nextInt() + " -->" + written;
                case 3 -> written.charAt(0) + "&shy;" + written.substring(1);
                default -> written;
              })
          .append(pick(" ", "\n  ", "&nbsp;", "<br>", " <br/> ", "\t", "&#x2009;"));
    }
    // A soft hyphen after & or a lone accent's letter would be another text.
    return dressed.toString().replace("&&shy;", "&").replaceAll("&shy;(?=\\p{M})", "");
  }

  private String space() {
    return pick("", " ", "\n", "\r\n\t");
  }

  private String pick(String... among) {
    return among[random.nextInt(among.length)];
  }

  private static ObservedAd read(String html, String url) {
    var bytes = html.getBytes(StandardCharsets.UTF_8);
    var now = Instant.parse("2026-11-03T12:00:00Z");
    var page = new Page(url, bytes, "text/html; charset=utf-8", now);
    return ((Extracted.Ad) Extractor.ad(SITE, page)).ad();
  }

  private static String hash(String html) {
    return read(html, "https://demo.example/ad/17").contentHash();
  }

  @Test
  void whatReadsTheSameHasOneHash() {
    for (int i = 0; i < ADS; i++) {
      var ad = ad();
      var first = html(ad);
      var second = html(ad);
      assertThat(hash(second)).as("%s%n%s", first, second).isEqualTo(hash(first));
    }
  }

  @Test
  void everyFieldThatChangesChangesTheHash() {
    for (int i = 0; i < ADS / 4; i++) {
      var ad = ad();
      var before = hash(html(ad));
      for (var field : FIELDS) {
        var changed = new LinkedHashMap<>(ad);
        changed.merge(field, random.nextBoolean() ? " non" : "s", String::concat);
        assertThat(hash(html(changed))).as(field).isNotEqualTo(before);
        changed.remove(field);
        assertThat(hash(html(changed))).as("without %s", field).isNotEqualTo(before);
      }
    }
  }

  @Test
  void whatMovesFromOneFieldToTheNextChangesTheHash() {
    var one = hash("<p class=title>ab</p><p class=body>c</p>");
    assertThat(hash("<p class=title>a</p><p class=body>bc</p>")).isNotEqualTo(one);
    assertThat(hash("<p class=title>c</p><p class=body>ab</p>")).isNotEqualTo(one);
  }

  @Test
  void theSameAdUnderTwoUrlsIsOneAd() {
    var html = html(ad());
    var one = read(html, "https://demo.example/ad/17");
    var other = read(html, "https://demo.example/lyon/ad/17-titre?from=list");
    assertThat(other.adId()).isEqualTo(one.adId()).isEqualTo("demo:17");
    assertThat(other.contentHash()).isEqualTo(one.contentHash());
  }
}
