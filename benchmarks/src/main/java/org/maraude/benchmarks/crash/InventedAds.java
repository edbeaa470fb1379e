package org.maraude.benchmarks.crash;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.world.DemoWorld;

/** The demo's ads as a crawler would tell them. */
public final class InventedAds {

  private static final Instant EPOCH = Instant.parse("2026-11-01T00:00:00Z");

  private InventedAds() {}

  /** So many different ads of all sites, the same for the same seed. */
  public static List<ObservedAd> of(long seed, int count) {
    var ads =
        new DemoWorld(seed, EPOCH)
            .at(EPOCH).all().stream().limit(count).map(InventedAds::observed).toList();
    if (ads.size() < count) {
      throw new IllegalArgumentException("the demo's world has only " + ads.size() + " ads");
    }
    return ads;
  }

  private static ObservedAd observed(DemoAd ad) {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "name", ad.name());
    put(fields, "age", ad.age());
    put(fields, "phone", ad.phone());
    return new ObservedAd(
        ad.adId(),
        ad.site().id(),
        "https://" + ad.site().id() + ".test/" + ad.localId(),
        EPOCH,
        ad.postedAt(),
        ad.title(),
        ad.body(),
        ad.category(),
        new Place(ad.town(), ad.departement(), "FR"),
        fields,
        ad.images(),
        "");
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
