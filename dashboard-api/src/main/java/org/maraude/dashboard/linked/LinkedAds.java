package org.maraude.dashboard.linked;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What shares something with an item.
 *
 * @param ads in the order in which they were read, {@value LinkedItems#MOST} at most
 * @param slots the text that they share, with what changes in it; null without a shared text
 */
public record LinkedAds(
    List<LinkedAd> ads,
    List<String> departements,
    List<String> aliases,
    @Nullable Instant first,
    @Nullable Instant last,
    @Nullable Slots slots) {

  static LinkedAds of(List<LinkedAd> ads, @Nullable Slots slots) {
    var inTime = ads.stream().sorted(Comparator.comparing(LinkedAd::seen)).toList();
    return new LinkedAds(
        inTime,
        ads.stream()
            .map(LinkedAd::departement)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList(),
        ads.stream().flatMap(ad -> ad.aliases().stream()).distinct().sorted().toList(),
        inTime.isEmpty() ? null : inTime.getFirst().seen(),
        inTime.isEmpty() ? null : inTime.getLast().seen(),
        slots);
  }
}
