package org.maraude.standalone.demo.site;

import java.util.SplittableRandom;
import org.maraude.standalone.demo.population.Seed;
import org.maraude.standalone.demo.population.SiteId;

/**
 * When a site misbehaves: on the n-th request for an ad's page, never on a listing and never early,
 * so that the first minute shows ads. About a dozen times in a first crawl of all sites. Pure.
 *
 * @param seed the world's
 * @param calm no misbehaviour at all
 */
public record FaultPlan(Seed seed, SiteId site, boolean calm) {

  private static final int FIRST_REQUEST = 150;
  private static final int ONE_IN = 450;
  private static final int WALL_ON_SMALL_SITE = 120;

  /**
   * @param request the how-manieth request for an ad's page since the start, from 1
   */
  Fault at(int request) {
    if (calm) {
      return Fault.NONE;
    }
    if (site == SiteId.MOULIN && request == WALL_ON_SMALL_SITE) {
      return Fault.WALL;
    }
    SplittableRandom random = seed.child(site.id()).child(request).random();
    if (request < FIRST_REQUEST || random.nextInt(ONE_IN) > 0) {
      return Fault.NONE;
    }
    return switch (random.nextInt(5)) {
      case 0, 1 -> Fault.TOO_MANY_REQUESTS;
      case 2, 3 -> Fault.UNAVAILABLE;
      default -> Fault.SLOW;
    };
  }
}
