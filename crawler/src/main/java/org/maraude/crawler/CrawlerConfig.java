package org.maraude.crawler;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFile;

/**
 * What a crawler is started with. Begin with {@link #of} and change what differs.
 *
 * @param bootstrapServers of Kafka, {@code host:port,...}
 * @param stateDir for the frontier's stores; may be lost, they are in Kafka too
 * @param sites each id once
 * @param partitions of every topic, one number for life
 * @param replication copies of every record
 * @param commitInterval how often the frontier's transaction ends: what it decides is seen after it
 * @param instanceId stable over restarts of one instance, different between instances
 * @param lease how long a permit is good for: what a lost one costs. A whole request takes at most
 *     two thirds of it
 * @param soleFetcher whether no other process fetches for the same Kafka. Then permits from before
 *     this start are known to be dead, and a restart costs one delay instead of one lease
 */
public record CrawlerConfig(
    String bootstrapServers,
    Path stateDir,
    List<SiteFile> sites,
    CrawlerIdentity identity,
    int partitions,
    short replication,
    Duration commitInterval,
    String instanceId,
    Duration lease,
    boolean soleFetcher,
    Clock clock) {

  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(3);

  public CrawlerConfig {
    sites = List.copyOf(sites);
    if (partitions < 1 || replication < 1) {
      throw new IllegalArgumentException("partitions and replication start at 1");
    }
    if (lease.compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException("lease must be at least 3 s, or slow answers are lost");
    }
    var ids = new HashSet<String>();
    for (var site : sites) {
      if (!ids.add(site.id())) {
        throw new IllegalArgumentException(
            "two site files have the id '%s'; rename one".formatted(site.id()));
      }
    }
  }

  /** One instance with 32 partitions, a lease of 30 s and commits every 100 ms. */
  public static CrawlerConfig of(
      String bootstrapServers, Path stateDir, List<SiteFile> sites, CrawlerIdentity identity) {
    return new CrawlerConfig(
        bootstrapServers,
        stateDir,
        sites,
        identity,
        32,
        (short) 1,
        Duration.ofMillis(100),
        "crawler-1",
        Duration.ofSeconds(30),
        false,
        Clock.systemUTC());
  }

  public CrawlerConfig withPartitions(int number) {
    return new CrawlerConfig(
        bootstrapServers,
        stateDir,
        sites,
        identity,
        number,
        replication,
        commitInterval,
        instanceId,
        lease,
        soleFetcher,
        clock);
  }

  public CrawlerConfig withReplication(short copies) {
    return new CrawlerConfig(
        bootstrapServers,
        stateDir,
        sites,
        identity,
        partitions,
        copies,
        commitInterval,
        instanceId,
        lease,
        soleFetcher,
        clock);
  }

  public CrawlerConfig withCommitInterval(Duration interval) {
    return new CrawlerConfig(
        bootstrapServers,
        stateDir,
        sites,
        identity,
        partitions,
        replication,
        interval,
        instanceId,
        lease,
        soleFetcher,
        clock);
  }

  public CrawlerConfig withInstanceId(String id) {
    return new CrawlerConfig(
        bootstrapServers,
        stateDir,
        sites,
        identity,
        partitions,
        replication,
        commitInterval,
        id,
        lease,
        soleFetcher,
        clock);
  }

  public CrawlerConfig withLease(Duration length) {
    return new CrawlerConfig(
        bootstrapServers,
        stateDir,
        sites,
        identity,
        partitions,
        replication,
        commitInterval,
        instanceId,
        length,
        soleFetcher,
        clock);
  }

  public CrawlerConfig withSoleFetcher(boolean sole) {
    return new CrawlerConfig(
        bootstrapServers,
        stateDir,
        sites,
        identity,
        partitions,
        replication,
        commitInterval,
        instanceId,
        lease,
        sole,
        clock);
  }

  public CrawlerConfig withClock(Clock other) {
    return new CrawlerConfig(
        bootstrapServers,
        stateDir,
        sites,
        identity,
        partitions,
        replication,
        commitInterval,
        instanceId,
        lease,
        soleFetcher,
        other);
  }
}
