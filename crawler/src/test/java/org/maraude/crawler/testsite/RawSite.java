package org.maraude.crawler.testsite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;

/**
 * A site that answers with the very bytes it is given, so that it can break every rule of HTTP. A
 * connection ends with its answer unless the path keeps it.
 */
public final class RawSite implements AutoCloseable {

  /** Writes an answer, from its status line on. */
  public interface Answer {
    void to(OutputStream out) throws IOException;
  }

  private static final char TLS_HANDSHAKE = 0x16;

  private record Path(Answer answer, boolean keeps) {}

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Path> paths = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  private RawSite(ServerSocket server) {
    this.server = server;
  }

  public static RawSite start() {
    try {
      var site = new RawSite(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      site.threads.execute(site::accept);
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers a path and closes. */
  public void answer(String path, Answer answer) {
    paths.put(path, new Path(answer, false));
  }

  /** Answers a path with these characters, one byte each, and closes. */
  public void answer(String path, String raw) {
    answer(path, out -> out.write(raw.getBytes(ISO_8859_1)));
  }

  /** Answers a path and waits for another request on the same connection. */
  public void keep(String path, String raw) {
    paths.put(path, new Path(out -> out.write(raw.getBytes(ISO_8859_1)), true));
  }

  /** The heads of all requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** A site file for an ad's title and body, with these hosts as well. */
  public SiteFile file(String... hosts) {
    return file(0, hosts);
  }

  /** The same, with a delay in seconds. */
  public SiteFile file(int delay, String... hosts) {
    return SiteFileReader.parse(
        "raw.yaml",
        """
        id: raw
        approval: {by: Data protection officer, on: 2026-11-01, basis: "tests"}
        local: true
        delay: %4$ds
        politenessGroup: raw
        start: ["%1$s/list"]
        hosts: ["127.0.0.1:%2$d"%3$s]
        listing: {card: article, link: a@href}
        ad:
          localId: "@data-id | url:/ad/(\\\\d+)"
          title: {select: h1, required: true}
          body: {select: .body, required: true}
        """
            .formatted(
                origin(), port(), hosts.length == 0 ? "" : ", " + String.join(", ", hosts), delay));
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      boolean goesOn = true;
      while (goesOn) {
        var head = head(in);
        if (head.isEmpty()) {
          return;
        }
        if (head.charAt(0) == TLS_HANDSHAKE) {
          socket.getOutputStream().write("HTTP/1.1 400 No TLS here\r\n\r\n".getBytes(US_ASCII));
          return;
        }
        requests.add(head);
        var path = paths.get(head.split(" ")[1]);
        if (path == null) {
          return;
        }
        path.answer().to(socket.getOutputStream());
        socket.getOutputStream().flush();
        goesOn = path.keeps();
      }
    } catch (IOException e) {
      // The fetcher has seen enough and left.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
      if (head.charAt(0) == TLS_HANDSHAKE) {
        break;
      }
    }
    return head.toString();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
      for (var socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
