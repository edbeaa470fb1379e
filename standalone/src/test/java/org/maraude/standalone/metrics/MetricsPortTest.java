package org.maraude.standalone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsPortTest {

  private static HttpResponse<String> ask(MetricsPort port, String method, String path)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var at = URI.create("http://127.0.0.1:" + port.address().getPort() + path);
      return http.send(
          HttpRequest.newBuilder(at).method(method, HttpRequest.BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static MetricsPort open() throws IOException {
    return MetricsPort.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @Test
  void whatIsCountedIsReadInPrometheusForm() throws Exception {
    try (var port = open()) {
      port.registry().counter("maraude.crawler.ads", "site", "demo").increment(3);
      var answer = ask(port, "GET", "/metrics");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      assertThat(answer.body().lines())
          .contains("# TYPE maraude_crawler_ads_total counter")
          .contains("maraude_crawler_ads_total{site=\"demo\"} 3.0")
          .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"));
    }
  }

  @Test
  void nothingElseIsThere() throws Exception {
    try (var port = open()) {
      assertThat(ask(port, "GET", "/").statusCode()).isEqualTo(404);
      assertThat(ask(port, "GET", "/metrics/x").statusCode()).isEqualTo(404);
      var posted = ask(port, "POST", "/metrics");
      assertThat(posted.statusCode()).isEqualTo(405);
      assertThat(posted.headers().firstValue("Allow")).hasValue("GET");
      assertThat(port.address().getAddress().isLoopbackAddress()).isTrue();
    }
  }
}
