package org.maraude.benchmarks.web;

/** What the hosts of a {@link PageServer} say. Called by one thread. */
public interface Pages {

  /**
   * Answers a request.
   *
   * @param host counted from 0
   * @param path with its query
   * @param now of {@link System#nanoTime()}, when the request arrived
   */
  Answer answer(int host, String path, long now);
}
