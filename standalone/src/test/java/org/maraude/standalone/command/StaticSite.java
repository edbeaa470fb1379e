package org.maraude.standalone.command;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** The small site written by hand, on the loopback address; it notes what is asked of it. */
public final class StaticSite implements AutoCloseable {

  private static final String FOLDER = "/static-site/";
  private static final List<String> FILES =
      List.of(
          "robots.txt",
          "annonces/index.html",
          "annonces/page2.html",
          "annonces/101.html",
          "annonces/102.html",
          "annonces/103.html");

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private StaticSite(Path root) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server
        .createContext("/", SimpleFileServer.createFileHandler(root))
        .getFilters()
        .add(
            Filter.beforeHandler(
                "note what is asked", exchange -> asked.add(exchange.getRequestURI().getPath())));
    server.start();
  }

  /** Serves a copy of the site from a folder. */
  public static StaticSite start(Path root) throws IOException {
    for (var name : FILES) {
      var file = root.resolve(name);
      Files.createDirectories(file.getParent());
      try (var in = resource("site/" + name)) {
        Files.write(file, in.readAllBytes());
      }
    }
    return new StaticSite(root.toAbsolutePath());
  }

  /** Its site file, with its port. */
  public Path siteFile(Path folder) throws IOException {
    try (var in = resource("site.yaml")) {
      var yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Files.writeString(
          folder.resolve("canton.yaml"),
          yaml.replace("${port}", Integer.toString(server.getAddress().getPort())));
    }
  }

  /** The archive that wget made of the site. */
  public static Path archive(Path folder) throws IOException {
    try (var in = resource("static-site.warc.gz")) {
      return Files.write(folder.resolve("static-site.warc.gz"), in.readAllBytes());
    }
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public List<String> asked() {
    return asked;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(StaticSite.class.getResourceAsStream(FOLDER + name), name);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
