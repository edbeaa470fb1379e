package org.maraude.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.ads.ObservedAd;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every page in the folder {@code pages}, with what is to be read of it in the JSON file of the
 * same name: a field's value, null for a field that must not be there, {@code rule.X} for what
 * yielded X, {@code missing} for an ad's missing fields, {@code incomplete} for a page that is no
 * ad.
 */
class SavedPagesTest {

  private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");
  private static final String HEAD =
      """
      id: demo
      approval: {by: a, on: 2026-11-01, basis: b}
      start: [https://demo.example/list]
      hosts: [demo.example]
      """;
  private static final Map<String, SiteFile> SITES =
      Map.of(
          "structured",
          SiteFileReader.parse("structured.yaml", HEAD),
          "selectors",
          SiteFileReader.parse(
              "selectors.yaml",
              HEAD
                  + """
                  ad:
                    localId: "@data-id | url:/ad/(\\\\d+)"
                    title: {select: "h1 | .headline", required: true}
                    body: {select: .body, required: true}
                    postedAt: .date
                    place: .place
                    fields: {phone: ".tel@data-full | .tel"}
                  """));

  static Stream<Path> pages() throws IOException, URISyntaxException {
    var folder = Path.of(Objects.requireNonNull(SavedPagesTest.class.getResource("pages")).toURI());
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageYieldsWhatStandsBesideIt(Path file) throws IOException {
    var beside = Path.of(file.toString().replaceAll("\\.html$", ".json"));
    var test = JsonMapper.shared().readTree(Files.readString(beside));
    var url = test.path("url").asString("https://demo.example/ad/17");
    var page = new Page(url, Files.readAllBytes(file), "text/html; charset=utf-8", NOW);
    var site = Objects.requireNonNull(SITES.get(test.path("site").asString()));
    var reading = Extractor.explained(site, page);
    assertThat(test.path("expected").properties()).isNotEmpty();
    for (var expected : test.path("expected").properties()) {
      assertThat(found(reading, expected.getKey()))
          .as("%s (%s)", expected.getKey(), test.path("why").asString())
          .isEqualTo(plain(expected.getValue()));
    }
  }

  private static @Nullable Object plain(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(JsonNode::asString).toList();
    }
    return value.isNull() ? null : value.asString();
  }

  private static @Nullable Object found(AdReading reading, String name) {
    if (name.startsWith("rule.")) {
      return Objects.requireNonNull(reading.readings().get(name.substring(5))).rule();
    }
    return switch (reading.extracted()) {
      case Extracted.Ad(var ad, var missing) -> name.equals("missing") ? missing : found(ad, name);
      case Extracted.Incomplete(var missing) -> name.equals("incomplete") ? missing : List.of();
      default -> throw new AssertionError("read as " + reading.extracted());
    };
  }

  private static @Nullable Object found(ObservedAd ad, String name) {
    return switch (name) {
      case "adId" -> ad.adId();
      case "title" -> ad.title();
      case "body" -> ad.body();
      case "category" -> ad.category();
      case "place" -> ad.place().text();
      case "departement" -> ad.place().departement();
      case "country" -> ad.place().country();
      case "postedAt" -> ad.postedAt() == null ? null : ad.postedAt().toString();
      case "images" -> Integer.toString(ad.imageCount());
      default -> ad.fields().get(name);
    };
  }
}
