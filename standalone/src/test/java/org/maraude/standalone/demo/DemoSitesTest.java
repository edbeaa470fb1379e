package org.maraude.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.site.SiteRequest;

/** The sites as a reader on loopback meets them. */
class DemoSitesTest {

  private static final Map<SiteId, Pattern> CARD =
      Map.of(
          SiteId.QUAI, Pattern.compile("class=\"title\" href=\"(/annonce/(\\d+))\""),
          SiteId.HALLE, Pattern.compile("<h3><a href=\"(/a/(\\d+)-[^\"]*)\""),
          SiteId.JARDIN, Pattern.compile("class=\"lien\" href=\"(detail\\.php\\?id=(\\d+))\""),
          SiteId.MOULIN, Pattern.compile("<strong><a href=\"(/d/(\\d+)/)\""));
  private static final Pattern NEXT =
      Pattern.compile(
          "<a[^>]*(?:rel=\"next\"|class=\"suite\"|class=\"older\")[^>]* href=\"([^\"]+)\"");
  private static final Pattern START = Pattern.compile("start: \\[\"([^\"]+)\"\\]");

  private static final AtomicReference<java.time.Instant> NOW =
      new AtomicReference<>(SharedWorld.EPOCH);
  private static final ConcurrentLinkedQueue<SiteRequest> OBSERVED = new ConcurrentLinkedQueue<>();
  private static final DemoSites SITES =
      DemoSites.start(
          new DemoSitesConfig(
              SharedWorld.SEED, SharedWorld.EPOCH, NOW::get, Map.of(), false, OBSERVED::add));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    SITES.close();
    CLIENT.close();
  }

  @ParameterizedTest
  @EnumSource
  void followingThePagesFindsEveryAdOnceNewestFirst(SiteId site) throws Exception {
    List<String> found = new ArrayList<>();
    URI page = start(site);
    while (page != null) {
      String html = text(get(page), site);
      card(site).matcher(html).results().forEach(card -> found.add(card.group(2)));
      Matcher next = NEXT.matcher(html);
      page = next.find() ? page.resolve(next.group(1)) : null;
    }
    assertThat(found)
        .containsExactlyElementsOf(
            SITES.world().at(SharedWorld.EPOCH).on(site).stream().map(DemoAd::localId).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyAdOfAPageCanBeReadWithItsBodyAndPlace(SiteId site) throws Exception {
    URI start = start(site);
    Matcher card = card(site).matcher(text(get(start), site));
    int read = 0;
    while (card.find()) {
      DemoAd ad = SITES.world().at(SharedWorld.EPOCH).find(site, card.group(2)).orElseThrow();
      HttpResponse<byte[]> answer = get(start.resolve(card.group(1)));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(unescaped(text(answer, site)))
          .contains(ad.title(), ad.town(), ad.body().lines().findFirst().orElseThrow());
      read++;
    }
    assertThat(read).isGreaterThanOrEqualTo(25);
  }

  @Test
  void theGardenSitesBytesAreWindows1252() throws Exception {
    URI start = start(SiteId.JARDIN);
    DemoAd withEuro =
        SITES.world().at(SharedWorld.EPOCH).on(SiteId.JARDIN).stream()
            .filter(ad -> ad.body().contains("€") && ad.body().contains("é"))
            .findFirst()
            .orElseThrow();
    HttpResponse<byte[]> answer = get(start.resolve("/detail.php?id=" + withEuro.localId()));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
    assertThat(new String(answer.body(), Charset.forName("windows-1252"))).contains("€", "é");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\uFFFD");
  }

  @ParameterizedTest
  @EnumSource
  void anUnchangedListingIsNotSentAgain(SiteId site) throws Exception {
    URI start = start(site);
    HttpResponse<byte[]> first = get(start);
    String etag = first.headers().firstValue("ETag").orElseThrow();
    String modified = first.headers().firstValue("Last-Modified").orElseThrow();

    HttpResponse<byte[]> byTag = get(start, "If-None-Match", etag);
    assertThat(byTag.statusCode()).isEqualTo(304);
    assertThat(byTag.body()).isEmpty();
    assertThat(get(start, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    assertThat(get(start, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
    assertThat(get(start, "If-Modified-Since", "Mon, 01 Jan 2024 00:00:00 GMT").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void pagesPointToForbiddenPartsAndMediaThatRobotsOrNobodyServes(SiteId site) throws Exception {
    URI start = start(site);
    String robots = text(get(start.resolve("/robots.txt")), site);
    String forbidden =
        Pattern.compile("(?m)^User-agent: \\*\\R(?:(?!Disallow).*\\R)*Disallow: (\\S+)")
            .matcher(robots)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    assertThat(text(get(start), site))
        .contains("href=\"" + forbidden.substring(site == SiteId.JARDIN ? 1 : 0));
    assertThat(get(start.resolve("/media/1.jpg")).statusCode()).isEqualTo(404);
    assertThat(robots.contains("Crawl-delay")).isEqualTo(site == SiteId.MOULIN);
  }

  @Test
  void anAdThatIsGoneIsAnsweredAsEachSiteDoes() throws Exception {
    assertThat(get(start(SiteId.QUAI).resolve("/annonce/1")).statusCode()).isEqualTo(404);
    assertThat(get(start(SiteId.HALLE).resolve("/a/1-x.html")).statusCode()).isEqualTo(410);
    HttpResponse<byte[]> back = get(start(SiteId.JARDIN).resolve("/detail.php?id=1"));
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(back.headers().firstValue("Location")).hasValue("/index.php");
  }

  @Test
  void everyRequestIsRecordedWithTimesAgentAndStatus() throws Exception {
    URI target = start(SiteId.MOULIN).resolve("/media/recorded.jpg?x=1");
    get(target, "User-Agent", "somebody/1");
    SiteRequest recorded = awaitRecord("/media/recorded.jpg?x=1");
    assertThat(recorded.site()).isEqualTo("demo-moulin");
    assertThat(recorded.userAgent()).isEqualTo("somebody/1");
    assertThat(recorded.status()).isEqualTo(404);
    assertThat(recorded.start()).isEqualTo(NOW.get());
    assertThat(recorded.endNanos()).isGreaterThan(recorded.startNanos());
    assertThat(SITES.requests()).contains(recorded);
  }

  @Test
  void aTakenPortIsNamed() {
    DemoSitesConfig config =
        new DemoSitesConfig(
            SharedWorld.SEED,
            SharedWorld.EPOCH,
            InstantSource.fixed(SharedWorld.EPOCH),
            SITES.ports(),
            true,
            request -> {});
    assertThatThrownBy(() -> DemoSites.start(config))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("127.0.0.1:" + SITES.ports().get(SiteId.QUAI))
        .hasMessageContaining("choose another");
  }

  /** The record is made just after the answer was written, so the reader may be quicker. */
  private static SiteRequest awaitRecord(String target) {
    while (true) {
      for (SiteRequest request : OBSERVED) {
        if (request.target().equals(target)) {
          return request;
        }
      }
      Thread.onSpinWait();
    }
  }

  private static Pattern card(SiteId site) {
    return Objects.requireNonNull(CARD.get(site));
  }

  private static URI start(SiteId site) {
    String file = SITES.siteFiles().getOrDefault(site.id(), "");
    Matcher start = START.matcher(file);
    assertThat(start.find()).as(file).isTrue();
    return URI.create(start.group(1));
  }

  private static HttpResponse<byte[]> get(URI target, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer, SiteId site) {
    return new String(
        answer.body(),
        site == SiteId.JARDIN ? Charset.forName("windows-1252") : StandardCharsets.UTF_8);
  }

  private static String unescaped(String html) {
    return Pattern.compile("&#(\\d+);")
        .matcher(html)
        .replaceAll(
            found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1)))))
        .replace("&amp;", "&")
        .replace("&quot;", "\"");
  }
}
