package org.maraude.dashboard.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.sites.SiteRow;
import org.maraude.events.crawl.SiteStatus;

/**
 * Whether everything runs, from the sites' states.
 *
 * @param troubled how many sites are not read as planned
 * @param lastNewAd on any site; null before the first
 */
public record Running(int troubled, @Nullable Instant lastNewAd) {

  static Running of(List<SiteRow> sites) {
    return new Running(
        (int) sites.stream().filter(site -> troubled(site.state())).count(),
        sites.stream()
            .map(SiteRow::lastNewAd)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  /** A person's pause is no trouble. */
  private static boolean troubled(SiteStatus.State state) {
    return switch (state) {
      case RUNNING, PAUSED -> false;
      case DEGRADED, BLOCKED -> true;
    };
  }

  public boolean allWell() {
    return troubled == 0;
  }
}
