package org.maraude.events.crawl;

import org.jspecify.annotations.Nullable;
import org.maraude.events.Required;

/**
 * One ad as a listing shows it.
 *
 * @param url the ad's page, canonical
 * @param localId the site's own id of the ad, if the card names it
 * @param hash of what the card shows; the same hash means that nothing is to be asked
 */
public record ListingCard(String url, @Nullable String localId, String hash) {

  public ListingCard {
    Required.text(url, "url");
    Required.text(hash, "hash");
  }
}
