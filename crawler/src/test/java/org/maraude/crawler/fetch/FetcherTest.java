package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

class FetcherTest {

  private static final CrawlerIdentity WHO =
      new CrawlerIdentity("Élan (test)", "https://example.org/bot", "bot@example.org");
  private static final Limits SHORT = new Limits(2 << 20, 512 << 10, Duration.ofSeconds(5));

  private SmallSite server;
  private SiteFile site;
  private Fetcher fetcher;

  @BeforeEach
  void start() {
    server = SmallSite.start(3);
    site = server.file("s", "0ms", "");
    fetcher = new Fetcher(WHO, SHORT, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  private FetchResult fetch(String path) {
    return fetch(
        server.origin() + path, path.equals("/robots.txt") ? PageKind.ROBOTS : PageKind.AD, site);
  }

  private FetchResult fetch(String url, PageKind kind, SiteFile of) {
    var now = Clock.systemUTC().instant();
    return fetcher.fetch(
        new Permit(
            "p",
            of.id(),
            url,
            kind,
            now,
            now.plusSeconds(30),
            0,
            0,
            false,
            server.origin(),
            null,
            null),
        of);
  }

  @Test
  void anAdIsReadAndTheRequestSaysWhoAsks() {
    var result = fetch("/ad/2");
    assertThat(result.outcome()).isEqualTo(FetchOutcome.CONTENT);
    assertThat(result.ad()).isNotNull();
    assertThat(result.etag()).isNotNull();
    assertThat(server.visits())
        .singleElement()
        .satisfies(visit ->
            assertThat(visit.userAgent())
                .isEqualTo("maraude/0.1 (Elan  test; +https://example.org/bot; bot@example.org)"));
  }

  @Test
  void aHundredMegabytePageIsCutOffEarly() {
    var sent = new java.util.concurrent.atomic.AtomicLong();
    server.answer(
        "/big",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          var chunk = new byte[1 << 16];
          for (int i = 0; i < 1600; i++) {
            exchange.getResponseBody().write(chunk);
            sent.addAndGet(chunk.length);
          }
        });
    assertThat(fetch("/big").outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
    assertThat(sent.get()).isLessThan(50L << 20);
  }

  @Test
  void aGzipBombCountsDecoded() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[20 << 20]);
    }
    assertThat(packed.size()).isLessThan(100_000);
    server.answer(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          bytes(exchange, "text/html", packed.toByteArray());
        });
    assertThat(fetch("/bomb").outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
  }

  private static void bytes(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Test
  void everyStatusHasItsName() {
    status("/401", 401, FetchOutcome.FORBIDDEN);
    status("/410", 410, FetchOutcome.GONE);
    status("/429", 429, FetchOutcome.TOO_MANY_REQUESTS);
    status("/503", 503, FetchOutcome.UNAVAILABLE);
    status("/500", 500, FetchOutcome.SERVER_ERROR);
    status("/418", 418, FetchOutcome.UNEXPECTED_STATUS);
    assertThat(fetch("/none").outcome()).isEqualTo(FetchOutcome.GONE);
  }

  private void status(String path, int status, FetchOutcome outcome) {
    server.answer(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "7");
          exchange.getResponseHeaders().set("Set-Cookie", "a=b");
          SmallSite.send(exchange, status, "text/html", "x");
        });
    var result = fetch(path);
    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.retryAfter()).isEqualTo("7");
  }

  @Test
  void aRedirectIsAResultAndIsNotFollowed() {
    server.answer("/in", exchange -> redirect(exchange, "/ad/1#x"));
    server.answer("/out", exchange -> redirect(exchange, "https://other.example/"));
    server.answer("/odd", exchange -> redirect(exchange, "javascript:1"));
    assertThat(fetch("/in").location()).isEqualTo(server.origin() + "/ad/1");
    assertThat(fetch("/out").outcome()).isEqualTo(FetchOutcome.OUT_OF_SCOPE);
    assertThat(fetch("/odd").outcome()).isEqualTo(FetchOutcome.OUT_OF_SCOPE);
    assertThat(server.visits()).hasSize(3);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  @Test
  void onlyTextIsRead() {
    server.answer("/image", exchange -> bytes(exchange, "image/jpeg", new byte[10]));
    assertThat(fetch("/image").outcome()).isEqualTo(FetchOutcome.WRONG_TYPE);
    server.answer(
        "/robots.txt", exchange -> SmallSite.send(exchange, 200, "text/html", "<p>welcome"));
    assertThat(fetch("/robots.txt").outcome()).isEqualTo(FetchOutcome.WRONG_TYPE);
  }

  @Test
  void anAnswerThatDoesNotEndIsATimeout() throws InterruptedException {
    var done = new CountDownLatch(1);
    try (var quick =
        new Fetcher(WHO, new Limits(1000, 1000, Duration.ofMillis(300)), Clock.systemUTC())) {
      server.answer(
          "/slow",
          exchange -> {
            try {
              assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      var now = Clock.systemUTC().instant();
      var permit =
          new Permit(
              "p",
              "s",
              server.origin() + "/slow",
              PageKind.AD,
              now,
              now.plusSeconds(30),
              0,
              0,
              false,
              null,
              null,
              null);
      assertThat(quick.fetch(permit, site).outcome()).isEqualTo(FetchOutcome.TIMEOUT);
    } finally {
      done.countDown();
    }
  }

  @Test
  void aSiteThatIsNotLocalIsKeptFromLoopback() {
    var outside =
        SiteFileReader.parse(
            "o.yaml",
            """
            id: o
            approval: {by: a, on: 2026-11-01, basis: b}
            start: ["https://localhost/", "https://127.0.0.1/"]
            hosts: [localhost, 127.0.0.1]
            politenessGroup: o
            """);
    assertThat(fetch("https://localhost/", PageKind.AD, outside).outcome())
        .isEqualTo(FetchOutcome.ADDRESS_REFUSED);
    assertThat(fetch("https://127.0.0.1/", PageKind.AD, outside).outcome())
        .isEqualTo(FetchOutcome.ADDRESS_REFUSED);
    assertThat(fetch("https://demo.example/", PageKind.AD, outside).outcome())
        .isEqualTo(FetchOutcome.OUT_OF_SCOPE);
  }

  @Test
  void nobodyCrawlsWithoutANameAPageAndAnAddress() {
    assertThatThrownBy(() -> new CrawlerIdentity(" ", "https://example.org/", "a@example.org"))
        .hasMessageContaining("association");
    assertThatThrownBy(() -> new CrawlerIdentity("A", "example", "a@example.org"))
        .hasMessageContaining("page");
    assertThatThrownBy(() -> new CrawlerIdentity("A", "https://example.org/", "nobody"))
        .hasMessageContaining("email");
  }
}
