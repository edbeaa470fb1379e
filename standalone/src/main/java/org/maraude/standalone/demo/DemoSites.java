package org.maraude.standalone.demo;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maraude.standalone.demo.population.Seed;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.site.FaultPlan;
import org.maraude.standalone.demo.site.RequestLog;
import org.maraude.standalone.demo.site.SiteRequest;
import org.maraude.standalone.demo.site.SiteServer;
import org.maraude.standalone.demo.timeline.Lockdown;
import org.maraude.standalone.demo.world.DemoWorld;

/**
 * The four demo sites, running on 127.0.0.1.
 *
 * <pre>{@code
 * try (DemoSites sites = DemoSites.start(DemoSitesConfig.of(7, epoch, Clock.systemUTC()))) {
 *   sites.siteFiles().forEach((id, yaml) -> ...);
 * }
 * }</pre>
 *
 * Thread-safe; closing stops the servers at once.
 */
public final class DemoSites implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(5);

  private final DemoWorld world;
  private final RequestLog log;
  private final Map<SiteId, SiteServer> servers = new EnumMap<>(SiteId.class);

  private DemoSites(DemoWorld world, RequestLog log) {
    this.world = world;
    this.log = log;
  }

  /**
   * Draws the world and starts its sites; takes about a second.
   *
   * @throws UncheckedIOException if a port is taken; nothing is left running then
   */
  public static DemoSites start(DemoSitesConfig config) {
    DemoSites sites =
        new DemoSites(
            new DemoWorld(config.seed(), config.epoch()), new RequestLog(config.observer()));
    try {
      for (SiteId site : SiteId.values()) {
        sites.servers.put(site, sites.serve(site, config));
      }
      return sites;
    } catch (RuntimeException e) {
      sites.close();
      throw e;
    }
  }

  private SiteServer serve(SiteId site, DemoSitesConfig config) {
    return SiteServer.start(
        site,
        page -> world.at(config.clock().instant()),
        new FaultPlan(new Seed(config.seed()).child("faults"), site, !config.faults()),
        config.ports().getOrDefault(site, 0),
        config.clock(),
        log,
        POLL);
  }

  /** Site id to site file (YAML, as the crawler reads it), in the sites' order. */
  public Map<String, String> siteFiles() {
    Map<String, String> files = new LinkedHashMap<>();
    servers.forEach((site, server) -> files.put(site.id(), server.siteFile()));
    return files;
  }

  /** Site to its port. */
  public Map<SiteId, Integer> ports() {
    Map<SiteId, Integer> ports = new EnumMap<>(SiteId.class);
    servers.forEach((site, server) -> ports.put(site, server.port()));
    return ports;
  }

  /** The last {@link RequestLog#MOST} requests, oldest first. */
  public List<SiteRequest> requests() {
    return log.requests();
  }

  /** The invented lockdown, for a band that says that it is invented. */
  public Lockdown lockdown() {
    return world.lockdown();
  }

  /** What the sites list, with the truth about each ad. */
  public DemoWorld world() {
    return world;
  }

  @Override
  public void close() {
    servers.values().forEach(SiteServer::close);
  }
}
