package org.maraude.analyzer;

import java.time.Instant;
import java.util.Map;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;

/** Invented ads for tests. */
public final class Ads {

  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private Ads() {}

  public static ObservedAd ad(String localId, String body) {
    return ad(localId, "Annonce", body, NOON, null);
  }

  /** An ad of another site. */
  public static ObservedAd of(String siteId, String localId, String body) {
    var ad = ad(localId, body);
    return new ObservedAd(
        siteId + ":" + localId,
        siteId,
        "https://" + siteId + ".test/" + localId,
        ad.observedAt(),
        ad.postedAt(),
        ad.title(),
        ad.body(),
        ad.category(),
        ad.place(),
        ad.fields(),
        0,
        "");
  }

  public static ObservedAd ad(
      String localId,
      String title,
      String body,
      Instant observedAt,
      @org.jspecify.annotations.Nullable Instant postedAt) {
    return new ObservedAd(
        "demo:" + localId,
        "demo",
        "https://demo.test/" + localId,
        observedAt,
        postedAt,
        title,
        body,
        "rencontres",
        new Place("Paris", "75", "FR"),
        Map.of(),
        0,
        "");
  }
}
