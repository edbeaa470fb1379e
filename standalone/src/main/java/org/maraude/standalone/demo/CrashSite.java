package org.maraude.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.Seed;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.site.FaultPlan;
import org.maraude.standalone.demo.site.RequestLog;
import org.maraude.standalone.demo.site.SiteRequest;
import org.maraude.standalone.demo.site.SiteServer;
import org.maraude.standalone.demo.world.DemoWorld;
import org.maraude.standalone.demo.world.ListedAds;

/**
 * A site of {@link #ADS} ads for crash tests. Its clock moves only when its first listing page is
 * read: {@link #AT_FIRST} ads are listed at the start, each read brings {@link #PER_READ} more
 * until all are there. Ads neither change nor go and nothing fails, so every run that crawls to
 * rest sees the same ads, however often it was killed on the way. Run it outside the process that
 * is killed. Thread-safe.
 */
public final class CrashSite implements AutoCloseable {

  /** How many ads there are in the end. */
  public static final int ADS = 300;

  /** How many are listed before the first read. */
  public static final int AT_FIRST = 200;

  /** How many each read of the first listing page adds. */
  public static final int PER_READ = 20;

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Instant epoch;
  private final List<DemoAd> oldestFirst;
  private final AtomicInteger reads = new AtomicInteger();
  private final RequestLog log = new RequestLog(request -> {});
  private final SiteServer server;

  private CrashSite(long seed, Instant epoch, int port, InstantSource clock) {
    this.epoch = epoch;
    List<DemoAd> newestFirst = new DemoWorld(seed, epoch).at(epoch).on(SiteId.QUAI);
    this.oldestFirst = newestFirst.subList(0, ADS).reversed();
    this.server =
        SiteServer.start(
            SiteId.QUAI,
            this::listed,
            new FaultPlan(new Seed(seed), SiteId.QUAI, true),
            port,
            clock,
            log,
            POLL);
  }

  /**
   * Starts the site.
   *
   * @param port 0 for any free one
   * @param clock stamps the recorded requests and nothing else
   */
  public static CrashSite start(long seed, Instant epoch, int port, InstantSource clock) {
    return new CrashSite(seed, epoch, port, clock);
  }

  private ListedAds listed(int page) {
    int earlierReads = page == 1 ? reads.getAndIncrement() : Math.max(0, reads.get() - 1);
    int count = (int) Math.min(ADS, AT_FIRST + (long) PER_READ * earlierReads);
    return new ListedAds(epoch.plusSeconds(earlierReads), oldestFirst.subList(0, count));
  }

  /** Its site file, YAML. */
  public String siteFile() {
    return server.siteFile();
  }

  /** All ads that it lists in the end, oldest first. */
  public List<DemoAd> ads() {
    return oldestFirst;
  }

  /** Whether the last read listed all ads. */
  public boolean complete() {
    return AT_FIRST + (long) PER_READ * (reads.get() - 1) >= ADS;
  }

  /** The last requests, oldest first. */
  public List<SiteRequest> requests() {
    return log.requests();
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
