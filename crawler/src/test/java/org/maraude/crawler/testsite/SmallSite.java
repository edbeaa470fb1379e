package org.maraude.crawler.testsite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;

/**
 * Classifieds over HTTP: {@code /list?page=N} with ten cards each, newest first, {@code /ad/N},
 * images and a forbidden part that nobody must ask for.
 */
public final class SmallSite implements AutoCloseable {

  /** One request, in nanoseconds of {@link System#nanoTime()}. */
  public record Visit(String path, String userAgent, long begin, long end, boolean conditional) {}

  /** Answers a path in place of the site. */
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private static final int CARDS = 10;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentSkipListMap<Integer, String> ads = new ConcurrentSkipListMap<>();
  private final Map<String, Answer> special = new ConcurrentHashMap<>();
  private final List<Visit> visits = new CopyOnWriteArrayList<>();

  private final ReentrantReadWriteLock answering = new ReentrantReadWriteLock();

  private SmallSite(HttpServer server) {
    this.server = server;
  }

  public static SmallSite start(int ads) {
    try {
      var site =
          new SmallSite(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      for (int i = 1; i <= ads; i++) {
        site.post(i, "Bonjour, annonce numéro " + i + ".");
      }
      site.server.createContext("/", site::serve);
      site.server.setExecutor(site.threads);
      site.server.start();
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void post(int id, String body) {
    ads.put(id, body);
  }

  public void take(int id) {
    ads.remove(id);
  }

  public void answer(String path, Answer answer) {
    special.put(path, answer);
  }

  /** Every visit so far, those included whose answer has arrived but is not noted yet. */
  public List<Visit> visits() {
    boolean quiet = false;
    try {
      quiet = answering.writeLock().tryLock(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      return List.copyOf(visits);
    } finally {
      if (quiet) {
        answering.writeLock().unlock();
      }
    }
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The site file, with a key of its own. */
  public SiteFile file(String id, String delay, String more) {
    return SiteFileReader.parse(
        id + ".yaml",
        """
        id: %s
        approval: {by: Data protection officer, on: 2026-11-01, basis: "tests"}
        local: true
        delay: %s
        backoff: 300ms
        politenessGroup: group-%s
        start: ["%s/list"]
        hosts: ["127.0.0.1:%d"]
        listing:
          card: article.ad
          link: a.title@href
          next: a[rel=next]@href
        ad:
          localId: "@data-id | url:/ad/(\\\\d+)"
          title: {select: h1, required: true}
          body: {select: .body, required: true}
          postedAt: time@datetime
          place: .place
          fields: {phone: .phone}
        %s
        """
            .formatted(id, delay, id, origin(), server.getAddress().getPort(), more));
  }

  private void serve(HttpExchange exchange) throws IOException {
    long begin = System.nanoTime();
    var uri = exchange.getRequestURI();
    var path = uri.getQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getQuery();
    boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
    var agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
    answering.readLock().lock();
    try (exchange) {
      var answer = special.get(path);
      if (answer != null) {
        answer.to(exchange);
      } else {
        usual(exchange, path);
      }
    } finally {
      visits.add(new Visit(path, agent, begin, System.nanoTime(), conditional));
      answering.readLock().unlock();
    }
  }

  private void usual(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/robots.txt")) {
      send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /private/\n");
    } else if (path.startsWith("/list")) {
      int page = path.contains("page=") ? Integer.parseInt(path.split("page=")[1]) : 1;
      html(exchange, listing(page));
    } else if (path.matches("/ad/\\d+") && ads.containsKey(id(path))) {
      html(exchange, ad(id(path)));
    } else {
      send(exchange, 404, "text/plain", "nothing here");
    }
  }

  private static int id(String path) {
    return Integer.parseInt(path.substring("/ad/".length()));
  }

  private String listing(int page) {
    var newestFirst = new ArrayList<>(ads.descendingMap().entrySet());
    int from = Math.min((page - 1) * CARDS, newestFirst.size());
    int to = Math.min(from + CARDS, newestFirst.size());
    var html = new StringBuilder("<title>Annonces</title><link rel=stylesheet href=/style.css>");
    for (var ad : newestFirst.subList(from, to)) {
      html.append(
          """
          <article class=ad><img src="/images/%1$d.jpg"><a class=title href="/ad/%1$d#top">%2$s</a>
          <a href="/private/%1$d">stats</a></article>
          """
              .formatted(ad.getKey(), ad.getValue()));
    }
    if (to < newestFirst.size()) {
      html.append("<a rel=next href=\"/list?page=%d\">suite</a>".formatted(page + 1));
    }
    return html.toString();
  }

  private String ad(int id) {
    return """
    <title>Annonce</title><div data-id="%1$d"><h1>Annonce %1$d</h1>
    <img src="/images/%1$d.jpg"><video src="/images/%1$d.mp4"></video>
    <time datetime="2026-05-01T10:00">1er mai</time><p class=place>Bordeaux (33)</p>
    <div class=body>%2$s</div><p class=phone>06 39 98 00 %1$02d</p></div>
    """
        .formatted(id, ads.get(id));
  }

  /** Sends a page with a validator, or 304. */
  public static void html(HttpExchange exchange, String html) throws IOException {
    var etag = "\"" + Integer.toHexString(html.hashCode()) + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    send(exchange, 200, "text/html; charset=utf-8", html);
  }

  public static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
