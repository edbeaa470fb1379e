package org.maraude.standalone.demo.population;

import java.util.List;
import java.util.Map;

/**
 * Everybody who advertised before the epoch, and their ads, all still listed.
 *
 * @param advertisers by number, from 0
 * @param ads by date of posting, oldest first
 */
public record Population(
    List<Advertiser> advertisers,
    List<DemoAd> ads,
    BelowThreshold belowThreshold,
    AdWriter writer,
    Newcomers newcomers) {

  public Population {
    advertisers = List.copyOf(advertisers);
    ads = List.copyOf(ads);
  }

  /**
   * The same seed and times give the same population, to the byte. About 6,000 ads, half a second.
   */
  public static Population draw(Seed seed, PostingTimes times) {
    Map<Language, Phrasebook> books = Phrasebook.loadAll();
    return new PopulationDraw(seed.child("population"), times, books).draw();
  }
}
