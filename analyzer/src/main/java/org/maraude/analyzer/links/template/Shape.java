package org.maraude.analyzer.links.template;

import org.maraude.analyzer.links.profile.FirstSeen;

/**
 * A text by its shingles alone; copies that share them all share it.
 *
 * @param first the first ad that showed it
 * @param ads how many show it now
 */
public record Shape(Shingles shingles, FirstSeen first, int ads) {

  Shape since(FirstSeen earlier) {
    return new Shape(shingles, earlier, ads);
  }

  Shape withAds(int more) {
    return new Shape(shingles, first, ads + more);
  }
}
