package org.maraude.crawler.frontier;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.politeness.Backoff;
import org.maraude.crawler.politeness.HostState;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.SiteStatus;

/**
 * How a site stands and why.
 *
 * @param detail see {@link SiteStatus#detail}
 * @param reason in one line; null while it runs
 * @param began when, as far as that is known better than by looking now
 */
record Standing(
    SiteStatus.State state,
    SiteStatus.@Nullable Cause cause,
    @Nullable String detail,
    @Nullable String reason,
    Instant began) {

  /**
   * Judges.
   *
   * @param hold the order that pauses it, if one does
   * @param forbidden whether robots.txt forbids every start page
   */
  static Standing of(
      SiteFile site,
      SiteState state,
      HostState host,
      Optional<SiteStatus.Cause> hold,
      boolean forbidden,
      Instant now) {
    if (hold.isPresent()) {
      return paused(hold.get(), now);
    }
    if (host.blockedSince() != null) {
      return blocked(host, host.blockedSince());
    }
    if (forbidden) {
      return new Standing(
          SiteStatus.State.BLOCKED,
          SiteStatus.Cause.ROBOTS_FORBIDS,
          null,
          "robots.txt forbids every start page",
          now);
    }
    var weakest = SiteHealth.weakest(site, state);
    return weakest == null
        ? new Standing(SiteStatus.State.RUNNING, null, null, null, now)
        : new Standing(
            SiteStatus.State.DEGRADED,
            SiteStatus.Cause.LAYOUT,
            weakest,
            "pages no longer yield '%s'; check the site file".formatted(weakest),
            now);
  }

  private static Standing paused(SiteStatus.Cause by, Instant now) {
    var reason =
        by == SiteStatus.Cause.ORDER_UNREADABLE
            ? "the last order cannot be read; give it again"
            : "paused by a person";
    return new Standing(SiteStatus.State.PAUSED, by, null, reason, now);
  }

  private static Standing blocked(HostState host, Instant since) {
    var why = host.blockedBy() == null ? "" : host.blockedBy();
    var outcome =
        Arrays.stream(FetchOutcome.values())
            .filter(each -> why.equals(Backoff.refusal(each).orElse(null)))
            .findFirst();
    // Other words than those of a refusal are said of robots.txt, with the outcome in them.
    var cause = outcome.isPresent() ? SiteStatus.Cause.REFUSED : SiteStatus.Cause.ROBOTS_UNREADABLE;
    var detail = outcome.or(() -> named(why)).map(FetchOutcome::name).orElse(null);
    return new Standing(SiteStatus.State.BLOCKED, cause, detail, why, since);
  }

  private static Optional<FetchOutcome> named(String why) {
    return Arrays.stream(FetchOutcome.values())
        .filter(each -> why.endsWith("(" + each + ")"))
        .findFirst();
  }
}
