package org.maraude.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFileReaderTest {

  private static final String GOOD =
      """
      id: demo
      name: Demo classifieds
      approval: {by: "Data protection officer", on: 2026-11-01, basis: "AIPD 2026-03"}
      start: [https://www.demo.example/annonces#top]
      hosts: [www.demo.example, m.demo.example]
      listing:
        card: "article.ad"
        link: "a.title@href"
        next: "a[rel=next]@href"
      ad:
        localId: "@data-id | url:/ad/(\\\\d+)"
        title: {select: "h1", required: true}
        fields: {age: ".age"}
      revisit: {min: 10m, max: 24h}
      retention: {warc: off}
      """;

  @Test
  void aGoodFileIsReadWhole() {
    var site = SiteFileReader.parse("demo.yaml", GOOD);
    assertThat(site.politenessKey()).isEqualTo("demo.example");
    assertThat(site.start()).containsExactly("https://www.demo.example/annonces");
    assertThat(site.delay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(site.revisit().min()).isEqualTo(Duration.ofMinutes(10));
    assertThat(site.ad().title()).isNotNull();
    assertThat(site.covers("https://m.demo.example/ad/1")).isTrue();
    assertThat(site.covers("http://m.demo.example/ad/1")).isFalse();
    assertThat(site.covers("https://other.example/ad/1")).isFalse();
    assertThat(site.covers("https://m.demo.example:8443/ad/1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "id: demo # id: 'de mo' # demo.yaml:1: id: must be letters",
        "approval: {by: \"Data protection officer\", on: 2026-11-01, basis: \"AIPD 2026-03\"}"
            + " # x: 1 # demo.yaml:3: x: unknown key",
        "on: 2026-11-01 # on: yesterday # demo.yaml:3: approval.on: is no day",
        "basis: \"AIPD 2026-03\" # because: y # demo.yaml:3: approval.because: unknown key",
        "start: [https://www # start: [ftp://www # demo.yaml:4: start: 'ftp://www",
        "start: [https://www # start: [http://www # demo.yaml:4: start: http://www.demo",
        "m.demo.example] # other.example] # demo.yaml:5: hosts: belong to several domains",
        "card: \"article.ad\" # card: \"article[\" # demo.yaml:7: listing.card: 'article['",
        "link: \"a.title@href\" # nix: a # demo.yaml:8: listing.nix: unknown key",
        "localId: \"@data-id # localId: \"@data-id | url:/ad/( # demo.yaml:11: ad.localId: '/ad/(' is not a regular",
        "required: true # required: maybe # demo.yaml:12: ad.title.required: must be true or false",
        "min: 10m # min: 10 # demo.yaml:14: revisit.min: must be a time",
        "min: 10m # min: 10s # demo.yaml:14: revisit.min: must be at least 5m",
        "warc: off # warc: on # demo.yaml:15: retention.warc: must be off, or whole days",
        "name: Demo classifieds # delay: 50ms # demo.yaml:2: delay: must be at least 5 s",
        "name: Demo classifieds # listign: x # demo.yaml:2: listign: unknown key; did you mean 'listing'?",
        "name: Demo classifieds # Delay: 9s # demo.yaml:2: Delay: unknown key; did you mean 'delay'?",
        "name: Demo classifieds # robots: off # demo.yaml:2: robots: cannot be set: robots.txt is always",
        "name: Demo classifieds # agent: x # demo.yaml:2: agent: cannot be set",
        "warc: off # warc: 8d # demo.yaml:15: retention.warc: must be off, or whole days",
        "name: Demo classifieds # id: twice # demo.yaml:2: id: stands here twice",
        "name: Demo classifieds # name: [ # demo.yaml:4: is not YAML",
      })
  void aMistakeIsNamedWithFileLineAndKey(String good, String bad, String message) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(() -> SiteFileReader.parse("demo.yaml", GOOD.replace(good, bad)))
        .isInstanceOf(SiteFileException.class)
        .hasMessageStartingWith(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aSiteThatNobodyApprovedIsRefused() {
    var unapproved = GOOD.replaceAll("approval.*\n", "");
    assertThatThrownBy(() -> SiteFileReader.parse("demo.yaml", unapproved))
        .hasMessageStartingWith("demo.yaml:1: approval: is missing; no site is crawled");
  }

  @Test
  void onlyALocalSiteMayBeAskedQuicklyAndByHttp() {
    var local =
        SiteFileReader.parse(
            "l.yaml",
            """
            id: l
            approval: {by: a, on: 2026-11-01, basis: b}
            local: true
            delay: 50ms
            politenessGroup: demo-1
            start: ["http://127.0.0.1:8081/"]
            hosts: ["127.0.0.1:8081"]
            """);
    assertThat(local.politenessKey()).isEqualTo("demo-1");
    assertThat(local.delay()).isEqualTo(Duration.ofMillis(50));
    assertThat(local.covers("http://127.0.0.1:8081/x")).isTrue();
    assertThat(local.covers("http://127.0.0.1:8082/x")).isFalse();
  }
}
