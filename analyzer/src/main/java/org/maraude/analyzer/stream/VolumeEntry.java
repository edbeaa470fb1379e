package org.maraude.analyzer.stream;

import java.time.Instant;
import java.time.LocalDate;
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
 */
record VolumeEntry(
    String advertiser,
    String siteId,
    String departement,
    String category,
    LocalDate newDay,
    Instant lastSeenAt,
    LocalDate liveDay,
    @Nullable LocalDate goneDay) {

  /** A change of the counts of a day; its numbers may be negative. */
  AdVolume change(LocalDate day, int newAds, int returning, int live, int gone) {
    return new AdVolume(
        advertiser, day, siteId, departement, category, newAds, returning, live, gone);
  }

  VolumeEntry seen(Instant at, LocalDate live, @Nullable LocalDate gone) {
    return new VolumeEntry(advertiser, siteId, departement, category, newDay, at, live, gone);
  }
}
