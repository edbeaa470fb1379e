package org.maraude.standalone.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.maraude.standalone.UsageException;

/** Looks before the long start whether a port can be had. */
final class Ports {

  private static final int HIGHEST = 65535;

  private Ports() {}

  /**
   * Refuses a port that cannot be used.
   *
   * @param port 0 means any
   * @throws UsageException naming the port and the option to change it
   */
  static void requireFree(int port) {
    if (port < 0 || port > HIGHEST) {
      throw new UsageException("--port %d is no port; give 0 to %d".formatted(port, HIGHEST));
    }
    try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      if (port != 0 && probe.getLocalPort() != port) {
        throw new IOException("bound elsewhere");
      }
    } catch (IOException e) {
      throw new UsageException(
          "port %d is in use; stop what listens there or give another with --port".formatted(port));
    }
  }
}
