package org.maraude.standalone.demo.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;

/** All ads listed at one instant. Immutable, thread-safe. */
public final class ListedAds {

  private static final Comparator<DemoAd> NEWEST_FIRST =
      Comparator.comparing(DemoAd::postedAt).thenComparing(DemoAd::localId).reversed();

  private final Instant at;
  private final Map<SiteId, List<DemoAd>> bySite = new EnumMap<>(SiteId.class);
  private final Map<String, DemoAd> byId = new HashMap<>();

  /**
   * @param ads in any order
   */
  public ListedAds(Instant at, List<DemoAd> ads) {
    this.at = at;
    for (SiteId site : SiteId.values()) {
      bySite.put(site, ads.stream().filter(ad -> ad.site() == site).sorted(NEWEST_FIRST).toList());
    }
    for (DemoAd ad : ads) {
      byId.put(ad.adId(), ad);
    }
  }

  /** The instant they are listed at. */
  public Instant at() {
    return at;
  }

  /** A site's ads, newest first. */
  public List<DemoAd> on(SiteId site) {
    return bySite.getOrDefault(site, List.of());
  }

  /** All sites' ads. */
  public List<DemoAd> all() {
    return bySite.values().stream().flatMap(List::stream).toList();
  }

  public Optional<DemoAd> find(SiteId site, String localId) {
    return Optional.ofNullable(byId.get(site.id() + ":" + localId));
  }
}
