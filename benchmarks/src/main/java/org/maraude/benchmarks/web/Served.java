package org.maraude.benchmarks.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Asks a {@link PageServer} in another process what it has served. */
public final class Served {

  /** Requests and the bytes of their answers. */
  public record Count(long requests, long bytes) {}

  private final String control;
  private final HttpClient http = HttpClient.newHttpClient();

  public Served(String control) {
    this.control = control;
  }

  public Count count() throws InterruptedException {
    var parts = ask("/served").split(" ", 2);
    return new Count(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  /** Every request that has ended, in the order of their ends. */
  public List<Visit> log() throws InterruptedException {
    return ask("/log").lines().map(Visit::parse).toList();
  }

  private String ask(String path) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(URI.create("http://" + control + path)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException("the page server does not answer", e);
    }
  }
}
