package org.maraude.standalone.demo.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.world.ListedAds;

/** Serves one demo site on 127.0.0.1. Thread-safe; closing stops it at once. */
public final class SiteServer implements AutoCloseable {

  private final SitePages pages;
  private final SiteAnswers answers;
  private final InstantSource clock;
  private final Consumer<SiteRequest> observer;
  private final Duration poll;
  private final ExecutorService threads;
  private final HttpServer server;

  private SiteServer(
      SitePages pages,
      SiteAnswers answers,
      InstantSource clock,
      Consumer<SiteRequest> observer,
      Duration poll,
      HttpServer server) {
    this.pages = pages;
    this.answers = answers;
    this.clock = clock;
    this.observer = observer;
    this.poll = poll;
    this.server = server;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  /**
   * Starts a site.
   *
   * @param listedByPage the ads to list when this listing page (from 1) is read, or an ad's page: 0
   * @param port 0 for any free one
   * @param observer sees every request; called by server threads
   * @param poll how soon its site file lets its listing be asked again, in whole seconds
   * @throws UncheckedIOException if the port is taken
   */
  public static SiteServer start(
      SiteId site,
      IntFunction<ListedAds> listedByPage,
      FaultPlan faults,
      int port,
      InstantSource clock,
      Consumer<SiteRequest> observer,
      Duration poll) {
    SitePages pages = SitePages.of(site);
    HttpServer server = bound(site, port);
    SiteServer started =
        new SiteServer(
            pages, new SiteAnswers(pages, listedByPage, faults), clock, observer, poll, server);
    server.setExecutor(started.threads);
    server.createContext("/", started::handle);
    server.start();
    return started;
  }

  private static HttpServer bound(SiteId site, int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the demo site %s cannot listen on 127.0.0.1:%d; free that port or choose another"
              .formatted(site.id(), port),
          e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Such as {@code http://127.0.0.1:40001}. */
  public String address() {
    return "http://127.0.0.1:" + port();
  }

  /** This site's file for the crawler, YAML. */
  public String siteFile() {
    return SiteFileText.of(pages, address(), poll);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    long startNanos = System.nanoTime();
    var start = clock.instant();
    int status = 500;
    try (exchange) {
      SiteAnswers.Timed timed =
          exchange.getRequestMethod().equals("GET")
              ? answers.answer(asked(exchange))
              : new SiteAnswers.Timed(Answer.text(405, "GET seulement.\n"), 0);
      if (timed.delayMillis() > 0) {
        Thread.sleep(timed.delayMillis());
      }
      status = timed.answer().status();
      write(exchange, timed.answer());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      String agent = exchange.getRequestHeaders().getFirst("User-Agent");
      observer.accept(
          new SiteRequest(
              pages.site().id(),
              start,
              startNanos,
              System.nanoTime(),
              exchange.getRequestURI().toString(),
              agent == null ? "" : agent,
              status));
    }
  }

  private static SiteAnswers.Asked asked(HttpExchange exchange) {
    return new SiteAnswers.Asked(
        exchange.getRequestURI(),
        exchange.getRequestHeaders().getFirst("If-None-Match"),
        exchange.getRequestHeaders().getFirst("If-Modified-Since"));
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }
}
