package org.maraude.analyzer.links.template;

import java.time.Instant;
import org.maraude.analyzer.links.profile.FirstSeen;

/**
 * A text by its shingles alone; copies that share them all share it.
 *
 * @param first the first ad that showed it
 * @param last when any ad showed it last
 */
public record Shape(Shingles shingles, FirstSeen first, Instant last) {

  Shape with(FirstSeen ad, Instant seen) {
    return new Shape(shingles, ad.isBefore(first) ? ad : first, seen.isAfter(last) ? seen : last);
  }
}
