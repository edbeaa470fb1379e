package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.testsite.RawSite;
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

  private static void bytes(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Test
  void aRedirectIsAResultAndIsNotFollowed() {
    server.answer("/in", exchange -> redirect(exchange, "/ad/1#x"));
    server.answer("/out", exchange -> redirect(exchange, "https://other.example/"));
    server.answer("/odd", exchange -> redirect(exchange, "javascript:1"));
    assertThat(fetch("/in").location()).isEqualTo(server.origin() + "/ad/1");
    assertThat(fetch("/out").outcome()).isEqualTo(FetchOutcome.OUT_OF_SCOPE);
    assertThat(fetch("/odd").outcome()).isEqualTo(FetchOutcome.URL_REFUSED);
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
  void anUnchangedPageIsAskedByItsValidator() {
    var etag = Objects.requireNonNull(fetch("/ad/2").etag());
    try (var asking = new Asking()) {
      var again = asking.ad(site, server.origin() + "/ad/2", 0, etag);
      assertThat(again.outcome()).isEqualTo(FetchOutcome.NOT_MODIFIED);
    }
    assertThat(server.visits().getLast().conditional()).isTrue();
  }

  @Test
  void aValidatorThatCannotBeSentIsNotKept() {
    try (var raw = RawSite.start();
        var asking = new Asking()) {
      for (var etag : List.of("\"\u00e9\"", "a".repeat(501))) {
        raw.answer(
            "/ad/1",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "
                + etag
                + "\r\nLast-Modified: now\r\n\r\n<h1>A</h1><p class=body data-id=1>B");
        var result = asking.ad(raw.file(5), raw.origin() + "/ad/1");
        assertThat(result.outcome()).isEqualTo(FetchOutcome.CONTENT);
        assertThat(result.etag()).isNull();
        assertThat(result.lastModified()).isEqualTo("now");
      }
    }
  }

  @Test
  void whoeverWaitsLongIsHeldNoConnection() {
    try (var raw = RawSite.start();
        var asking = new Asking()) {
      // It keeps the connection by its word and closes it by its deed.
      raw.answer("/ad/1", "HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n");
      for (int i = 0; i < 3; i++) {
        var result = asking.ad(raw.file(5), raw.origin() + "/ad/1");
        assertThat(result.outcome()).isEqualTo(FetchOutcome.GONE);
      }
      assertThat(raw.requests())
          .hasSize(3)
          .allSatisfy(head -> assertThat(head).contains("Connection: close\r\n"));
      asking.ad(raw.file(), raw.origin() + "/ad/1");
      assertThat(raw.requests().getLast()).doesNotContain("Connection: close");
    }
    assertThat(GuardedClient.KEPT).isLessThan(SiteFile.SHORTEST_DELAY);
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
