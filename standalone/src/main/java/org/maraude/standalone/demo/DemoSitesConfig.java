package org.maraude.standalone.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.site.SiteRequest;

/**
 * How the demo sites start.
 *
 * @param seed the same seed and epoch give the same world
 * @param epoch the instant of the very first start: keep it beside the data, a restart needs it
 * @param clock says what is listed now
 * @param ports a port a site; 0 or none for any free one. Ads' addresses contain the port, so keep
 *     these too
 * @param faults whether sites misbehave now and then
 * @param observer sees every request as it is answered, on server threads
 */
public record DemoSitesConfig(
    long seed,
    Instant epoch,
    InstantSource clock,
    Map<SiteId, Integer> ports,
    boolean faults,
    Consumer<SiteRequest> observer) {

  public DemoSitesConfig {
    EnumMap<SiteId, Integer> all = new EnumMap<>(SiteId.class);
    for (SiteId site : SiteId.values()) {
      all.put(site, ports.getOrDefault(site, 0));
    }
    ports = Map.copyOf(all);
  }

  /** Any free ports, now and then a fault, nobody watching. */
  public static DemoSitesConfig of(long seed, Instant epoch, InstantSource clock) {
    return new DemoSitesConfig(seed, epoch, clock, Map.of(), true, request -> {});
  }
}
