package org.maraude.events.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.events.Event;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;

/** As {@code GoldenRecordsTest}, for the records that only the crawler's own parts exchange. */
class GoldenCrawlRecordsTest {

  private static final Instant T = Instant.parse("2026-11-01T08:00:00Z");

  private record Golden(String file, Event record) {}

  static Stream<Golden> records() {
    return Stream.of(
        new Golden(
            "DiscoveredUrl",
            new DiscoveredUrl("demo", "https://demo.example/list", PageKind.LISTING, T)),
        new Golden("Permit", permit(PageKind.LISTING)),
        new Golden("Permit-robots", permit(PageKind.ROBOTS)),
        new Golden("FetchResult-listing", listing()),
        new Golden("FetchResult-ad", ad()),
        new Golden(
            "FetchResult-failed",
            FetchResult.failed(permit(PageKind.AD), FetchOutcome.TIMEOUT, null, T, 20_000)));
  }

  private static Permit permit(PageKind kind) {
    boolean robots = kind == PageKind.ROBOTS;
    return new Permit(
        "p-1",
        "demo",
        "https://demo.example/" + (robots ? "robots.txt" : "page"),
        kind,
        T,
        T.plusSeconds(30),
        1,
        robots ? 0 : 2,
        !robots,
        robots ? "https://demo.example" : null,
        robots ? null : "\"v1\"",
        robots ? null : "Sun, 01 Nov 2026 07:00:00 GMT");
  }

  private static FetchResult listing() {
    var cards =
        List.of(
            new ListingCard("https://demo.example/ad/17", "17", "abc"),
            new ListingCard("https://demo.example/ad/18", null, "abd"));
    return result(
        PageKind.LISTING, new ListingPage(cards, "https://demo.example/list?page=3"), null);
  }

  private static FetchResult ad() {
    var ad =
        new ObservedAd(
            "demo:17",
            "demo",
            "https://demo.example/ad/17",
            T,
            null,
            "Bonjour",
            "Une annonce.",
            null,
            new Place("Bordeaux (33)", "33", null),
            Map.of("phone", "06 39 98 00 17"),
            2,
            "cafe");
    return result(PageKind.AD, null, ad);
  }

  private static FetchResult result(
      PageKind kind,
      @org.jspecify.annotations.Nullable ListingPage listing,
      @org.jspecify.annotations.Nullable ObservedAd ad) {
    return new FetchResult(
        permit(kind),
        false,
        FetchOutcome.CONTENT,
        200,
        T.plusMillis(120),
        120,
        null,
        null,
        "\"v2\"",
        null,
        null,
        listing,
        ad,
        ad == null ? List.of() : List.of("age"));
  }

  @ParameterizedTest
  @MethodSource("records")
  void yesterdaysRecordIsReadAndWrittenAsItWas(Golden golden) {
    var line = line(golden.file() + ".json");
    assertThat(EventJson.readLine(line, golden.record().getClass())).isEqualTo(golden.record());
    assertThat(EventJson.writeLine(golden.record())).isEqualTo(line);
  }

  @Test
  void contentWithoutContentIsRefused() {
    var line = line("FetchResult-failed.json").replace("TIMEOUT", "CONTENT");
    assertThatThrownBy(() -> EventJson.readLine(line, FetchResult.class))
        .isInstanceOf(EventFormatException.class)
        .hasMessage("required field 'ad' is missing");
  }

  @Test
  void robotsAreNotWishedFor() {
    var line = line("DiscoveredUrl.json").replace("LISTING", "ROBOTS");
    assertThatThrownBy(() -> EventJson.readLine(line, DiscoveredUrl.class))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining("kind");
  }

  private static String line(String file) {
    try (var stream = GoldenCrawlRecordsTest.class.getResourceAsStream("/golden/crawl/" + file)) {
      if (stream == null) {
        throw new AssertionError("no golden file " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
