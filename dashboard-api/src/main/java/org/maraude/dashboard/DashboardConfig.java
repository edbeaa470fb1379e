package org.maraude.dashboard;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What a dashboard needs to know.
 *
 * @param bootstrapServers of Kafka
 * @param jdbcUrl of PostgreSQL, without credentials
 * @param keyFolder where the keys lie that open sealed contacts
 * @param secretsFolder where the demo's log-ins are written, readable by the owner only
 * @param port on which pages and API answer; 0 takes a free one
 * @param demo whether demo users are made at the first start; a demo answers on the loopback
 *     interface only
 * @param partitions of every topic, as in all services
 * @param instanceId names this instance to Kafka, the same over restarts, another for each instance
 * @param signIn how people come in
 */
public record DashboardConfig(
    String bootstrapServers,
    String jdbcUrl,
    String dbUser,
    String dbPassword,
    Path keyFolder,
    Path secretsFolder,
    int port,
    boolean demo,
    int partitions,
    String instanceId,
    SignInConfig signIn,
    Clock clock) {

  /** With log-ins as they are where nothing is set. */
  public DashboardConfig(
      String bootstrapServers,
      String jdbcUrl,
      String dbUser,
      String dbPassword,
      Path keyFolder,
      Path secretsFolder,
      int port,
      boolean demo,
      int partitions,
      String instanceId,
      Clock clock) {
    this(
        bootstrapServers,
        jdbcUrl,
        dbUser,
        dbPassword,
        keyFolder,
        secretsFolder,
        port,
        demo,
        partitions,
        instanceId,
        SignInConfig.NONE,
        clock);
  }

  public DashboardConfig withSignIn(SignInConfig given) {
    return new DashboardConfig(
        bootstrapServers,
        jdbcUrl,
        dbUser,
        dbPassword,
        keyFolder,
        secretsFolder,
        port,
        demo,
        partitions,
        instanceId,
        given,
        clock);
  }

  @Override
  public String toString() {
    return "DashboardConfig[%s, %s, port %d]".formatted(bootstrapServers, jdbcUrl, port);
  }
}
