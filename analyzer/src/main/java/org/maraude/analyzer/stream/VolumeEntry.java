package org.maraude.analyzer.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.events.volume.AdVolume;

/**
 * How one ad is counted. Whom and where it is counted for stays as it was first read, so that a
 * changed ad is never counted again.
 *
 * @param newDay the day it counts as new, in UTC
 * @param lastSeenAt latest time it was there; what is older changes nothing
 * @param liveDay latest day it counts as live
 * @param goneDay the day it counts as gone; null while it does not
 * @param endedDay the last day of its first life; null while that lasts
 */
record VolumeEntry(
    String advertiser,
    String siteId,
    String departement,
    String category,
    LocalDate newDay,
    Instant lastSeenAt,
    LocalDate liveDay,
    @Nullable LocalDate goneDay,
    @Nullable LocalDate endedDay) {

  /** A change of the counts of a day; its numbers may be negative. */
  AdVolume change(LocalDate day, int newAds, int returning, int live, int gone) {
    return new AdVolume(
        advertiser, day, siteId, departement, category, newAds, returning, live, gone);
  }

  /** A change of the ends of the day on which it was new. */
  AdVolume end(int afterDays, int by) {
    return new AdVolume(
        advertiser, newDay, siteId, departement, category, 0, 0, 0, 0, Map.of(afterDays, by));
  }

  VolumeEntry seen(
      Instant at, LocalDate live, @Nullable LocalDate gone, @Nullable LocalDate ended) {
    return new VolumeEntry(
        advertiser, siteId, departement, category, newDay, at, live, gone, ended);
  }
}
