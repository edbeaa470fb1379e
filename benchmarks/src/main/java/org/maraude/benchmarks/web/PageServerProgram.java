package org.maraude.benchmarks.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.process.Lifeline;

/** What a {@link PageServer} needs to be a program of its own. */
public final class PageServerProgram {

  private static final String READY = "ready ";

  private PageServerProgram() {}

  /**
   * Serves until the process ends.
   *
   * @param addresses the file that the hosts' addresses are written to, one a line
   */
  public static void serve(int hosts, Pages pages, boolean logged, Path addresses)
      throws IOException {
    Lifeline.hold();
    var server = new PageServer(hosts, pages, logged);
    Files.write(addresses, server.addresses());
    System.out.println(READY + server.control());
    server.run();
  }

  /** Waits until it is up. */
  public static Served awaitReady(ChildProcess server) {
    return new Served(server.awaitLine(READY));
  }
}
