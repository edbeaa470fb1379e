package org.maraude.analyzer.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.volume.AdVolume;

/**
 * Counts ads. Pure, and idempotent: an event that was counted, or is older than what was counted,
 * changes nothing, so that a replay leaves every figure as it is. Days are those of UTC.
 *
 * <p>An ad is new on the day it was posted, or first read where the site tells none; an ad that was
 * posted too long before it was read is new on no day, because that day's count is closed. It is
 * live on each day it was there. It is gone on the last day it was there; when it comes back within
 * 30 days it was not gone, later it returns. Its life is from its new day to the day it was first
 * gone, counted on the new day as long as that day's count is open.
 */
final class VolumeLedger {

  private static final Duration RETURNS_AFTER = Duration.ofDays(30);

  private VolumeLedger() {}

  /** The entry afterwards and what it changes in the counts. */
  record Step(VolumeEntry entry, List<AdVolume> changes) {
    Step {
      changes = List.copyOf(changes);
    }
  }

  /** An ad that was never counted before. */
  static Step first(ObservedAd ad, Assessment assessment) {
    var live = day(ad.observedAt());
    var posted = ad.postedAt();
    // A page may name a day to come; nothing is new before it was read.
    var fresh = posted == null || posted.isAfter(ad.observedAt()) ? live : day(posted);
    var advertiser = assessment.links().advertiser();
    var entry =
        new VolumeEntry(
            advertiser == null ? ad.adId() : advertiser,
            ad.siteId(),
            departement(ad, assessment),
            orUnknown(ad.category()),
            fresh,
            ad.observedAt(),
            live,
            null,
            null);
    if (fresh.isBefore(day(ad.observedAt().minus(Forgetting.VOLUMES_AFTER)).plusDays(1))) {
      return new Step(entry, List.of(entry.change(live, 0, 0, 1, 0)));
    }
    return fresh.equals(live)
        ? new Step(entry, List.of(entry.change(live, 1, 0, 1, 0)))
        : new Step(entry, List.of(entry.change(fresh, 1, 0, 0, 0), entry.change(live, 0, 0, 1, 0)));
  }

  /** The ad was there, changed or not. */
  static Step seen(VolumeEntry entry, Instant at) {
    if (!at.isAfter(entry.lastSeenAt())) {
      return new Step(entry, List.of());
    }
    var changes = new ArrayList<AdVolume>();
    var today = day(at);
    var gone = entry.goneDay();
    boolean returns = Duration.between(entry.lastSeenAt(), at).compareTo(RETURNS_AFTER) > 0;
    if (returns) {
      changes.add(entry.change(today, 0, 1, 0, 0));
    } else if (gone != null) {
      changes.add(entry.change(gone, 0, 0, 0, -1));
    }
    var ended = entry.endedDay();
    if (!returns && ended != null && ended.equals(gone)) {
      changes.add(entry.end(life(entry, ended), -1));
      ended = null;
    }
    if (today.isAfter(entry.liveDay())) {
      changes.add(entry.change(today, 0, 0, 1, 0));
    }
    return new Step(entry.seen(at, today, null, ended), changes);
  }

  /** The ad was missed. */
  static Step gone(VolumeEntry entry, AdGone gone) {
    if (entry.goneDay() != null || !gone.firstMissedAt().isAfter(entry.lastSeenAt())) {
      return new Step(entry, List.of());
    }
    var there =
        gone.lastSeenAt().isAfter(entry.lastSeenAt()) ? gone.lastSeenAt() : entry.lastSeenAt();
    var last = day(there);
    int life = life(entry, last);
    boolean ends = entry.endedDay() == null && life >= 0 && life <= AdVolume.LONGEST_LIFE_DAYS;
    var change = entry.change(last, 0, 0, 0, 1);
    return new Step(
        entry.seen(there, entry.liveDay(), last, ends ? last : entry.endedDay()),
        ends ? List.of(change, entry.end(life, 1)) : List.of(change));
  }

  /** In days, 0 for an ad that was there on one day only. */
  private static int life(VolumeEntry entry, LocalDate last) {
    return Math.toIntExact(ChronoUnit.DAYS.between(entry.newDay(), last));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static String departement(ObservedAd ad, Assessment assessment) {
    var resolved = assessment.facts().place();
    return resolved == null ? orUnknown(ad.place().departement()) : resolved.departement();
  }

  private static String orUnknown(@Nullable String text) {
    return text == null || text.isBlank() ? AdVolume.UNKNOWN : text;
  }
}
