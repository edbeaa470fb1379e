package org.maraude.events.crawl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Required;

/**
 * What a listing yields.
 *
 * @param cards in page order
 * @param next the following page, canonical; null on the last
 */
public record ListingPage(List<ListingCard> cards, @Nullable String next) {

  public ListingPage {
    cards = Required.list(cards);
  }
}
