package org.maraude.standalone.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.metrics.MetricsPort;
import picocli.CommandLine.Option;

/** Where Prometheus may ask, if anywhere. */
final class MetricsOption {

  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--metrics",
      paramLabel = "[HOST:]PORT",
      defaultValue = "${env:MARAUDE_METRICS}",
      description =
          "answers GET /metrics for Prometheus there, on this machine only unless a host is given;"
              + " asks for no log-in (MARAUDE_METRICS, default: off)")
  private @Nullable String address;

  /**
   * Opens the port if one was asked for; closed when the process is told to stop.
   *
   * @throws UsageException when the address is none or cannot be had
   */
  Optional<MetricsPort> open() {
    if (address == null || address.isBlank()) {
      return Optional.empty();
    }
    var at = parse(address.strip());
    try {
      var port = MetricsPort.open(at);
      UntilStopped.onStop(port);
      return Optional.of(port);
    } catch (IOException e) {
      throw new UsageException(
          "--metrics %s cannot be had (%s); stop what listens there or give another"
              .formatted(address, e.getMessage()));
    }
  }

  private static InetSocketAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    var number = text.substring(colon + 1);
    if (!number.matches("\\d{1,5}") || Integer.parseInt(number) > HIGHEST_PORT || colon == 0) {
      throw new UsageException(
          "--metrics %s is neither PORT nor HOST:PORT; give 9400 or 127.0.0.1:9400"
              .formatted(text));
    }
    try {
      var host =
          colon < 0
              ? InetAddress.getLoopbackAddress()
              : InetAddress.getByName(text.substring(0, colon));
      return new InetSocketAddress(host, Integer.parseInt(number));
    } catch (UnknownHostException e) {
      throw new UsageException(
          "--metrics %s: this machine has no address of that name; give 127.0.0.1:%s"
              .formatted(text, number));
    }
  }
}
