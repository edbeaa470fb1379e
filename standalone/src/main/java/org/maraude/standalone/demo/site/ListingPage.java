package org.maraude.standalone.demo.site;

import java.util.List;
import org.maraude.standalone.demo.population.DemoAd;

/**
 * One page of a listing.
 *
 * @param number from 1
 * @param pages how many there are, at least 1
 * @param ads newest first
 */
record ListingPage(int number, int pages, List<DemoAd> ads) {

  static ListingPage of(List<DemoAd> newestFirst, int number, int size) {
    int pages = Math.max(1, (newestFirst.size() + size - 1) / size);
    int from = Math.min(newestFirst.size(), (number - 1) * size);
    return new ListingPage(
        number, pages, newestFirst.subList(from, Math.min(newestFirst.size(), from + size)));
  }

  boolean hasNext() {
    return number < pages;
  }
}
