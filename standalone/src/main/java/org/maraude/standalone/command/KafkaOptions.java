package org.maraude.standalone.command;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What every single service needs to know; each option falls back to an environment variable. */
final class KafkaOptions {

  @Option(
      names = "--kafka",
      required = true,
      paramLabel = "HOST:PORT",
      defaultValue = "${env:MARAUDE_KAFKA}",
      description = "Kafka's bootstrap servers (MARAUDE_KAFKA)")
  private String kafka = "";

  @Option(
      names = "--state",
      required = true,
      paramLabel = "DIR",
      defaultValue = "${env:MARAUDE_STATE}",
      description = "where the service keeps its local state (MARAUDE_STATE)")
  private Path state = Path.of("state");

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "${env:MARAUDE_PARTITIONS:-32}",
      description =
          "partitions of the topics, one number for life and for all services (MARAUDE_PARTITIONS,"
              + " default 32)")
  private int partitions = 32;

  @Option(
      names = "--replication",
      paramLabel = "N",
      defaultValue = "${env:MARAUDE_REPLICATION:-1}",
      description = "copies of every record (MARAUDE_REPLICATION, default 1)")
  private short replication = 1;

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      defaultValue = "${env:MARAUDE_INSTANCE:-1}",
      description =
          "tells this instance from others of its kind, the same over restarts (default 1)")
  private String instance = "1";

  @Option(
      names = "--commit-interval",
      paramLabel = "MS",
      defaultValue = "100",
      description = "milliseconds between commits (default ${DEFAULT-VALUE})")
  private long commitMillis = 100;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "${env:MARAUDE_LOG_FORMAT:-text}",
      description = "how the log is written: text, or a JSON object a line (MARAUDE_LOG_FORMAT)")
  private Logs.Format logFormat = Logs.Format.TEXT;

  Logs.Format logFormat() {
    return logFormat;
  }

  String bootstrapServers() {
    return kafka;
  }

  Path state() {
    return state;
  }

  int partitions() {
    return partitions;
  }

  short replication() {
    return replication;
  }

  String instance(String service) {
    return service + "-" + instance;
  }

  Duration commitInterval() {
    return Duration.ofMillis(commitMillis);
  }
}
