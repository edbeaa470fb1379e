package org.maraude.standalone.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers {@code GET /metrics} in Prometheus' text format. It asks nobody who they are: it belongs
 * on loopback or in a network of its own. Thread safe.
 */
public final class MetricsPort implements AutoCloseable {

  /** Prometheus' text format, 0.0.4. */
  static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private MetricsPort(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens the port, and begins to measure the process itself.
   *
   * @throws IOException when the address cannot be had
   */
  public static MetricsPort open(InetSocketAddress address) throws IOException {
    var port = new MetricsPort(HttpServer.create(address, 0));
    new JvmMemoryMetrics().bindTo(port.registry);
    new JvmThreadMetrics().bindTo(port.registry);
    new ProcessorMetrics().bindTo(port.registry);
    new UptimeMetrics().bindTo(port.registry);
    port.collections.bindTo(port.registry);
    port.server.createContext("/", port::answer);
    port.server.setExecutor(port.threads);
    port.server.start();
    return port;
  }

  /** Where the parts of this process count. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Where it answers. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals("/metrics")) {
        send(exchange, 404, "only /metrics is here\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        send(exchange, 405, "GET only\n");
      } else {
        send(exchange, 200, registry.scrape(TEXT));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", TEXT);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    collections.close();
    registry.close();
  }
}
