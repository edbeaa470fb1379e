package org.maraude.analyzer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an analyzer is started with. Begin with {@link #of} and change what differs.
 *
 * @param bootstrapServers of Kafka, {@code host:port,...}
 * @param stateDir for the stores; may be lost, they are in Kafka too
 * @param keyFolder with the token key and the public keys
 * @param makesKeys whether missing keys are made, as in one process with the dashboard; a service
 *     of its own is given {@code token} and {@code public} only and makes none
 * @param rulesFolder the user's own rule files, looked at every few seconds; null for none
 * @param partitions of every topic, one number for life
 * @param replication copies of every record
 * @param commitInterval how often a transaction ends: what was assessed is seen after it
 * @param instanceId stable over restarts of one instance, different between instances
 * @param soleInstance whether no other instance can be there: then no copy of the stores is kept
 *     for another, and a restart is waited for less long
 */
public record AnalyzerConfig(
    String bootstrapServers,
    Path stateDir,
    Path keyFolder,
    boolean makesKeys,
    @Nullable Path rulesFolder,
    int partitions,
    short replication,
    Duration commitInterval,
    String instanceId,
    boolean soleInstance,
    Clock clock) {

  private static final int PARTITIONS = 32;

  public AnalyzerConfig {
    if (partitions < 1 || replication < 1) {
      throw new IllegalArgumentException("partitions and replication start at 1");
    }
    if (commitInterval.toMillis() < 1) {
      throw new IllegalArgumentException("the commit interval starts at 1 ms");
    }
  }

  /** One instance with 32 partitions, making keys, without rules of the user's own. */
  public static AnalyzerConfig of(String bootstrapServers, Path stateDir, Path keyFolder) {
    return new AnalyzerConfig(
        bootstrapServers,
        stateDir,
        keyFolder,
        true,
        null,
        PARTITIONS,
        (short) 1,
        Duration.ofMillis(100),
        "analyzer-1",
        false,
        Clock.systemUTC());
  }

  public AnalyzerConfig withMakesKeys(boolean makes) {
    return new AnalyzerConfig(
        bootstrapServers,
        stateDir,
        keyFolder,
        makes,
        rulesFolder,
        partitions,
        replication,
        commitInterval,
        instanceId,
        soleInstance,
        clock);
  }

  public AnalyzerConfig withRulesFolder(@Nullable Path folder) {
    return new AnalyzerConfig(
        bootstrapServers,
        stateDir,
        keyFolder,
        makesKeys,
        folder,
        partitions,
        replication,
        commitInterval,
        instanceId,
        soleInstance,
        clock);
  }

  /** As it is, with other partitions and copies. */
  public AnalyzerConfig withTopics(int number, short copies) {
    return new AnalyzerConfig(
        bootstrapServers,
        stateDir,
        keyFolder,
        makesKeys,
        rulesFolder,
        number,
        copies,
        commitInterval,
        instanceId,
        soleInstance,
        clock);
  }

  public AnalyzerConfig withCommitInterval(Duration interval) {
    return new AnalyzerConfig(
        bootstrapServers,
        stateDir,
        keyFolder,
        makesKeys,
        rulesFolder,
        partitions,
        replication,
        interval,
        instanceId,
        soleInstance,
        clock);
  }

  public AnalyzerConfig withInstanceId(String id) {
    return new AnalyzerConfig(
        bootstrapServers,
        stateDir,
        keyFolder,
        makesKeys,
        rulesFolder,
        partitions,
        replication,
        commitInterval,
        id,
        soleInstance,
        clock);
  }

  public AnalyzerConfig withSoleInstance(boolean sole) {
    return new AnalyzerConfig(
        bootstrapServers,
        stateDir,
        keyFolder,
        makesKeys,
        rulesFolder,
        partitions,
        replication,
        commitInterval,
        instanceId,
        sole,
        clock);
  }

  public AnalyzerConfig withClock(Clock other) {
    return new AnalyzerConfig(
        bootstrapServers,
        stateDir,
        keyFolder,
        makesKeys,
        rulesFolder,
        partitions,
        replication,
        commitInterval,
        instanceId,
        soleInstance,
        other);
  }
}
