package org.maraude.benchmarks.politeness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGeneratorFactory;
import org.maraude.benchmarks.process.BrokerProgram;
import org.maraude.benchmarks.process.CommittedRecords;
import org.maraude.benchmarks.web.PageServerProgram;
import org.maraude.benchmarks.web.SiteFiles;
import org.maraude.benchmarks.web.Visit;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.crawl.SiteStatus;

/**
 * Lets several crawlers share many hosts over one broker, disturbs them by a seeded plan, and asks
 * the hosts' own log whether every rule was kept.
 */
public final class PolitenessRig {

  /**
   * A size of the rig.
   *
   * @param ads that every host has in the end
   * @param disturbed for how long crawlers are killed and stopped
   * @param patience for how long after that the last ads may take
   */
  record Size(
      int hosts,
      int ads,
      int crawlers,
      Duration disturbed,
      Step.Roughness roughness,
      Duration patience,
      long seed) {}

  static final Duration DELAY = Duration.ofMillis(400);

  private static final String POLITENESS =
      "delay: %dms\nbackoff: %dms\nrevisit: {min: 2s, max: 4s, ads: 30s}\n"
          .formatted(DELAY.toMillis(), MoodyHosts.BACKOFF.toMillis());
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration COUNT_EVERY = Duration.ofSeconds(2);

  private final Path work;
  private final Size size;

  PolitenessRig(Path work, Size size) {
    this.work = work;
    this.size = size;
  }

  Outcome run() throws IOException, InterruptedException {
    var addresses = work.resolve("addresses");
    var betweenAds = size.disturbed().dividedBy(size.ads());
    try (var hosts =
        MoodyHosts.start(
            size.hosts(), size.ads(), betweenAds, addresses, work.resolve("hosts.log"))) {
      var served = PageServerProgram.awaitReady(hosts);
      SiteFiles.write(work.resolve("sites"), Files.readAllLines(addresses), POLITENESS);
      try (var broker = BrokerProgram.start(work)) {
        var kafka = BrokerProgram.awaitReady(broker);
        try (var owners = new PartitionOwners(kafka);
            var fleet = new Fleet(kafka, work, size.crawlers())) {
          disturb(fleet, owners);
          awaitAds(kafka, owners);
          var log = served.log();
          Files.write(work.resolve("access.log"), log.stream().map(Visit::toString).toList());
          return new Outcome(
              size,
              fleet.kills(),
              fleet.suspensions(),
              owners.frontierMoves(),
              owners.fetcherMoves(),
              owners.sharing(),
              log.size(),
              Gaps.of(log, DELAY),
              Delivered.of(seeded(), published(kafka)),
              standing(kafka));
        }
      }
    }
  }

  private void disturb(Fleet fleet, PartitionOwners owners) throws InterruptedException {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(size.seed());
    long begin = System.nanoTime();
    for (var step : Step.plan(size.crawlers(), size.disturbed(), size.roughness(), random)) {
      long at = begin + step.at().toNanos();
      while (System.nanoTime() < at) {
        owners.look();
        LockSupport.parkNanos(Math.min(LOOK_EVERY.toNanos(), at - System.nanoTime()));
      }
      fleet.carryOut(step);
      System.err.printf(
          "%d s: crawler-%d %s%n", step.at().toSeconds(), step.crawler() + 1, step.act());
    }
  }

  private void awaitAds(String kafka, PartitionOwners owners) throws InterruptedException {
    var seeded = seeded();
    long end = System.nanoTime() + size.patience().toNanos();
    long countAt = System.nanoTime();
    while (System.nanoTime() < end) {
      owners.look();
      if (System.nanoTime() >= countAt) {
        if (published(kafka).keySet().containsAll(seeded)) {
          return;
        }
        countAt = System.nanoTime() + COUNT_EVERY.toNanos();
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static Map<String, Integer> published(String kafka) {
    return CommittedRecords.countByKey(kafka, Topic.ADS_OBSERVED);
  }

  private static Map<String, String> standing(String kafka) {
    var standing = new TreeMap<String, String>();
    CommittedRecords.latestByKey(kafka, Topic.CRAWL_STATUS)
        .forEach((site, told) -> {
          var status = EventJson.read(told, SiteStatus.class);
          standing.put(
              site,
              "%s %s, next visit %s"
                  .formatted(status.state(), status.reason(), status.nextVisit()));
        });
    return standing;
  }

  private Set<String> seeded() {
    var ads = new HashSet<String>();
    for (int host = 0; host < size.hosts(); host++) {
      for (int ad = 1; ad <= size.ads() && Mood.of(host) != Mood.ROBOTS_NEVER; ad++) {
        ads.add(SiteFiles.id(host) + ":" + ad);
      }
    }
    return ads;
  }
}
