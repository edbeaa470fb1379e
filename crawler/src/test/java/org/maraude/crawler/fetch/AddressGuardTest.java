package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.crawler.testsite.RawSite;
import org.maraude.events.crawl.FetchOutcome;

class AddressGuardTest {

  private static final Duration CALL = Duration.ofSeconds(5);
  private static final String AD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>A</h1><p class=body data-id=1>B";

  private final RawSite server = RawSite.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private record Row(String address, String openTo) {}

  private static Stream<String> lines(String file) throws IOException {
    try (var in = AddressGuardTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    }
  }

  static Stream<Row> addresses() throws IOException {
    return lines("addresses.tsv").map(line -> line.split("\t")).map(row -> new Row(row[0], row[1]));
  }

  static Stream<Row> closedAddresses() throws IOException {
    return addresses().filter(row -> !row.openTo().equals("everyone"));
  }

  static Stream<String> hosts() throws IOException {
    return lines("hosts.txt");
  }

  /** A site anywhere in the world, at the port of our server. */
  private SiteFile outside() {
    return SiteFileReader.parse(
        "o.yaml",
        """
        id: o
        approval: {by: a, on: 2026-11-01, basis: b}
        start: ["https://demo.example:%1$d/"]
        hosts: ["demo.example:%1$d"]
        """
            .formatted(server.port()));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void anAddressIsOpenToWhomTheTableSays(Row row) throws UnknownHostException {
    var address = InetAddress.getByName(row.address());
    assertThat(AddressGuard.allows(address, false)).isEqualTo(row.openTo().equals("everyone"));
    assertThat(AddressGuard.allows(address, true)).isNotEqualTo(row.openTo().equals("nobody"));
  }

  @ParameterizedTest
  @MethodSource("closedAddresses")
  void aNameThatLeadsToAClosedAddressIsRefused(Row row) throws UnknownHostException {
    var closed = InetAddress.getByName(row.address());
    // In company of an address that is open, since which one is used is not ours to choose.
    var open = InetAddress.getByName("1.0.0.1");
    try (var asking = new Asking(CALL, host -> List.of(open, closed))) {
      assertThat(asking.ad(outside(), "https://demo.example:" + server.port() + "/").outcome())
          .isEqualTo(FetchOutcome.ADDRESS_REFUSED);
    }
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aHostThatIsAnAddressInDisguiseIsRefused(String host) {
    try (var asking = new Asking(CALL, Dns.SYSTEM)) {
      var url = "http://" + host + ":" + server.port() + "/";
      assertThat(asking.ad(outside(), url).outcome()).isEqualTo(FetchOutcome.ADDRESS_REFUSED);
      assertThat(asking.ad(server.file(), url).outcome()).isEqualTo(FetchOutcome.ADDRESS_REFUSED);
      assertThat(asking.robots(outside(), url + "robots.txt", 0).outcome())
          .isEqualTo(FetchOutcome.ADDRESS_REFUSED);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aNameThatChangesItsAddressBetweenTwoLookUpsIsRefusedByTheSecond() throws IOException {
    server.answer("/ad/1", AD);
    var answers = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254", "10.0.0.1"));
    Dns names = host -> List.of(InetAddress.getByName(answers.remove()));
    var site = server.file(5, "rebinds.test:" + server.port());
    var url = "http://rebinds.test:" + server.port() + "/ad/1";
    try (var asking = new Asking(CALL, names)) {
      assertThat(asking.ad(site, url).outcome()).isEqualTo(FetchOutcome.CONTENT);
      assertThat(asking.ad(site, url).outcome()).isEqualTo(FetchOutcome.ADDRESS_REFUSED);
      assertThat(asking.ad(site, url).outcome()).isEqualTo(FetchOutcome.ADDRESS_REFUSED);
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aNameOfASiteThatIsNotLocalCannotLeadHome() {
    var site = outside();
    try (var asking = new Asking(CALL, host -> List.of(InetAddress.getLoopbackAddress()))) {
      var url = "https://demo.example:" + server.port() + "/";
      assertThat(asking.ad(site, url).outcome()).isEqualTo(FetchOutcome.ADDRESS_REFUSED);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void theSocketLooksAgainWhateverLedThere() throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    var elsewhere = new InetSocketAddress(InetAddress.getByName("10.0.0.1"), 80);
    try (var open = new GuardedSockets(false).createSocket();
        var local = new GuardedSockets(true).createSocket()) {
      assertThatThrownBy(() -> open.connect(loopback, 1000))
          .isInstanceOf(AddressRefusedException.class);
      assertThatThrownBy(() -> open.connect(InetSocketAddress.createUnresolved("a.test", 80), 1000))
          .isInstanceOf(AddressRefusedException.class);
      assertThatThrownBy(() -> local.connect(elsewhere, 1000))
          .isInstanceOf(AddressRefusedException.class);
      local.connect(loopback, 1000);
      assertThat(local.isConnected()).isTrue();
    }
  }

  @Test
  void aNameThatIsKnownTooLateIsNotAsked() {
    var call = Duration.ofMillis(200);
    Dns names =
        host -> {
          // The answer comes when the call is over.
          long until = System.nanoTime() + call.multipliedBy(2).toNanos();
          while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
          }
          return List.of(InetAddress.getLoopbackAddress());
        };
    var site = server.file("slow.test:" + server.port());
    try (var asking = new Asking(call, names)) {
      assertThat(asking.ad(site, "http://slow.test:" + server.port() + "/ad/1").outcome())
          .isEqualTo(FetchOutcome.TIMEOUT);
    }
    assertThat(server.requests()).isEmpty();
  }
}
