package org.maraude.analyzer.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Facts.ResolvedPlace;
import org.maraude.places.PlaceCodes;

/**
 * Resolves where an ad says it is to a French department: by the code the site gives, a postal
 * code, or the name of a department or a commune. Codes as in the official geographic code (INSEE).
 * Thread safe.
 */
final class PlaceReader {

  private final PlaceNames names = new PlaceNames();

  /** Null when it cannot be told, or when the ad is in another country. */
  @Nullable ResolvedPlace read(Place place) {
    if (place.country() != null && !place.country().equalsIgnoreCase("FR")) {
      return null;
    }
    var code =
        Optional.ofNullable(place.departement())
            .flatMap(PlaceCodes::written)
            .or(() -> PlaceCodes.in(place.text()));
    var named = names.in(place.text(), code);
    return code.or(() -> named.map(PlaceNames.Named::departement))
        .map(departement ->
            new ResolvedPlace(departement, named.map(PlaceNames.Named::commune).orElse(null)))
        .orElse(null);
  }
}
