package org.maraude.dashboard.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything runs, from the sites' states.
 *
 * @param troubled how many sites are not read as planned
 * @param lastNewAd on any site; null before the first
 */
public record Running(int troubled, @Nullable Instant lastNewAd) {

  static Running of(List<SiteLine> sites) {
    return new Running(
        (int) sites.stream().filter(SiteLine::troubled).count(),
        sites.stream()
            .map(SiteLine::lastNewAd)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  public boolean allWell() {
    return troubled == 0;
  }
}
