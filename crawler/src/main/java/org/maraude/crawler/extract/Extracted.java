package org.maraude.crawler.extract;

import java.util.List;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.ListingPage;

/** What a page turned out to be. */
public sealed interface Extracted {

  /** A listing; without cards it is one whose layout changed, or an empty one. */
  record Listing(ListingPage page) implements Extracted {}

  /**
   * An ad.
   *
   * @param missing fields of the site file that the page did not yield, in alphabetical order
   */
  record Ad(ObservedAd ad, List<String> missing) implements Extracted {}

  /** No ad, because these required fields are missing. */
  record Incomplete(List<String> missing) implements Extracted {}

  /** A page that asks whether a person reads it. */
  record Wall() implements Extracted {}

  /** Text in another encoding than the page claims. */
  record Undecodable() implements Extracted {}
}
