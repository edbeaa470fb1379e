package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.crawler.politeness.HostState;
import org.maraude.crawler.politeness.Politeness;
import org.maraude.crawler.robots.RobotsRules;
import org.maraude.crawler.robots.RobotsVerdict;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.testsite.RawSite;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The fail-closed table, from the answer on the wire to what the crawler does. */
class RobotsAnswersTest {

  private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final Duration USUAL = Duration.ofSeconds(5);

  private record Case(
      String name,
      String answer,
      @Nullable String how,
      int redirects,
      FetchOutcome ends,
      RobotsVerdict means) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final RawSite server = RawSite.start();
  private final CountDownLatch over = new CountDownLatch(1);

  private static final Asking USUALLY = new Asking(USUAL, Dns.SYSTEM);

  @AfterAll
  static void stopAsking() {
    USUALLY.close();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.close();
  }

  static Stream<Case> cases() throws IOException {
    try (var file = RobotsAnswersTest.class.getResourceAsStream("robots-answers.yaml")) {
      var all = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      return all.stream().map(each -> read((Map<?, ?>) each));
    }
  }

  private static Case read(Map<?, ?> one) {
    var means = (String) one.get("means");
    return new Case(
        text(one, "case"),
        one.get("answer") == null ? "" : (String) one.get("answer"),
        (String) one.get("how"),
        one.get("redirects") == null ? 0 : (Integer) one.get("redirects"),
        FetchOutcome.valueOf(text(one, "ends")),
        means == null ? RobotsVerdict.UNREACHABLE : RobotsVerdict.valueOf(means));
  }

  private static String text(Map<?, ?> one, String key) {
    return Objects.requireNonNull((String) one.get(key), key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatCannotBeReadForbidsEverything(Case one) throws IOException {
    var site = server.file(5, "named.test:" + server.port());
    var result = ask(one, site);
    assertThat(result.outcome()).isEqualTo(one.ends());
    assertThat(RobotsVerdict.of(result)).isEqualTo(one.means());
    switch (one.means()) {
      case UNREACHABLE -> {
        var answered = Politeness.answered(HostState.NEW, result, site, NOW, 0);
        var host = Politeness.robotsUnreadable(answered, result, site, NOW, 0);
        assertThat(host.blockedUntil()).isAfterOrEqualTo(NOW.plus(site.firstBackoff()));
        assertThat(host.blockedBy()).contains("robots.txt");
      }
      case ALLOW -> assertThat(result.robotsText()).isNull();
      case RULES -> {
        var rules = RobotsRules.parse(server.origin(), String.valueOf(result.robotsText()));
        assertThat(rules.allows(server.origin() + "/list")).isTrue();
        boolean empty = String.valueOf(result.robotsText()).isEmpty();
        assertThat(rules.allows(server.origin() + "/private")).isEqualTo(empty);
      }
    }
  }

  private FetchResult ask(Case one, SiteFile site) throws IOException {
    var here = server.origin() + "/robots.txt";
    server.answer("/robots.txt", one.answer().replace("{here}", here));
    return switch (String.valueOf(one.how())) {
      case "silent" -> {
        server.answer("/robots.txt", out -> await());
        yield ask(site, here, SHORT, Dns.SYSTEM, 0);
      }
      case "drip" -> {
        server.answer("/robots.txt", this::drip);
        yield ask(site, here, SHORT, Dns.SYSTEM, 0);
      }
      case "large" -> {
        server.answer("/robots.txt", out -> large(out, one.answer()));
        yield ask(site, here, USUAL, Dns.SYSTEM, 0);
      }
      case "nobody" -> {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
          var port = closed.getLocalPort();
          closed.close();
          var elsewhere = server.file(5, "127.0.0.1:" + port);
          var url = "http://127.0.0.1:" + port + "/robots.txt";
          yield ask(elsewhere, url, USUAL, Dns.SYSTEM, 0);
        }
      }
      case "nameless" -> ask(site, named("http"), USUAL, host -> unknown(), 0);
      case "private" -> ask(site, named("http"), USUAL, host -> at("10.0.0.1"), 0);
      case "tls" -> {
        server.answer("/robots.txt", one.answer());
        yield ask(site, named("https"), USUAL, host -> at("127.0.0.1"), 0);
      }
      default -> ask(site, here, USUAL, Dns.SYSTEM, one.redirects());
    };
  }

  private FetchResult ask(SiteFile site, String url, Duration call, Dns names, int redirects) {
    if (call.equals(USUAL) && names == Dns.SYSTEM) {
      return USUALLY.robots(site, url, redirects);
    }
    try (var asking = new Asking(call, names)) {
      return asking.robots(site, url, redirects);
    }
  }

  private String named(String scheme) {
    return scheme + "://named.test:" + server.port() + "/robots.txt";
  }

  private static List<InetAddress> at(String address) throws UnknownHostException {
    return List.of(InetAddress.getByName(address));
  }

  private static List<InetAddress> unknown() throws UnknownHostException {
    throw new UnknownHostException("named.test");
  }

  private void await() {
    try {
      assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A byte every 20 ms: each arrives in good time, and the whole never. */
  private void drip(OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    try {
      while (!over.await(20, TimeUnit.MILLISECONDS)) {
        out.write('#');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void large(OutputStream out, String head) throws IOException {
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write("# a line of a file\n".repeat(28_000).getBytes(StandardCharsets.UTF_8));
    out.write("User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8));
  }
}
