package org.maraude.crawler.politeness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/**
 * The rules of one politeness key:
 *
 * <ul>
 *   <li>At most one permit is out. A lease that ended without a result frees the key; what comes
 *       later only lengthens the wait.
 *   <li>The next permit comes no earlier than the last result, or the end of the lost lease, plus
 *       the delay, and not while the key is blocked.
 *   <li>The delay is the longest of the site file's, the Crawl-delay and five times the smoothed
 *       latency. A local site spares nobody's server by the last, so it does not count there.
 * </ul>
 *
 * Pure functions; the times are those of the frontier's clock, so fetchers' clocks do not matter.
 */
public final class Politeness {

  private static final int LATENCIES = 5;
  private static final double NEWEST_COUNTS = 0.2;

  private Politeness() {}

  /** The least time between a result and the next request. */
  public static Duration delay(HostState host, SiteFile site) {
    long millis = Math.max(site.delay().toMillis(), host.longestCrawlDelay());
    if (!site.local()) {
      millis = Math.max(millis, (long) Math.ceil(LATENCIES * host.latencyMillis()));
    }
    return Duration.ofMillis(millis);
  }

  /** Before when no permit for this site may be issued; only asked while none is out. */
  public static Instant notBefore(HostState host, SiteFile site) {
    var after =
        host.lastResult() == null ? Instant.EPOCH : host.lastResult().plus(delay(host, site));
    return HostState.later(host.blockedUntil(), after);
  }

  /** Whether a permit is out that may still be used. */
  public static boolean busy(HostState host, Instant now) {
    return host.outstanding() != null && now.isBefore(host.outstanding().leaseEnd());
  }

  /** A permit goes out. Its callers have asked {@link #busy} and {@link #notBefore}. */
  public static HostState issue(HostState host, Permit permit) {
    if (host.outstanding() != null) {
      throw new IllegalStateException("a permit is already out");
    }
    return host.issued(permit);
  }

  /** A lease ended without a result: the request may have been made up to its end. */
  public static HostState lost(HostState host, Instant now) {
    var permit = host.outstanding();
    if (permit == null || now.isBefore(permit.leaseEnd())) {
      return host;
    }
    return host.free(permit.leaseEnd());
  }

  /**
   * Frees a permit whose only fetcher is known to be dead since {@code restartedAt}: safe only
   * where one process does all fetching and drops what was issued before it began.
   */
  public static HostState abandoned(HostState host, Instant restartedAt) {
    var permit = host.outstanding();
    return permit != null && permit.issuedAt().isBefore(restartedAt)
        ? host.free(restartedAt)
        : host;
  }

  /** Whether a result belongs to the permit that is out; else it is a repeat or came too late. */
  public static boolean expected(HostState host, FetchResult result) {
    var permit = host.outstanding();
    return permit != null && permit.permitId().equals(result.permit().permitId());
  }

  /**
   * A result that nobody waits for any more, or one that is told again: a request was made, so the
   * delay counts from it, and what it asks for is kept. Told twice it changes nothing more.
   */
  public static HostState late(HostState host, FetchResult result, SiteFile site, Instant now) {
    var finished = result.finishedAt().isAfter(now) ? now : result.finishedAt();
    var permit = host.outstanding();
    var freed = host.free(finished);
    var counted = permit == null ? freed : freed.issued(permit);
    return Backoff.refusal(result.outcome())
        .map(why ->
            Backoff.refusedBefore(
                counted, why, result.retryAfter(), site.firstBackoff(), finished, now))
        .orElse(counted);
  }

  /** The expected result came. */
  public static HostState answered(
      HostState host, FetchResult result, SiteFile site, Instant now, double random) {
    double before = host.latencyMillis();
    double smoothed =
        before == 0
            ? result.latencyMillis()
            : before + NEWEST_COUNTS * (result.latencyMillis() - before);
    var next = host.free(now).answeredIn(smoothed);
    Optional<String> refusal = Backoff.refusal(result.outcome());
    if (refusal.isPresent()) {
      next =
          Backoff.refused(
              next, refusal.get(), result.retryAfter(), site.firstBackoff(), now, random);
    } else if (result.permit().kind() != PageKind.ROBOTS) {
      // Of a robots.txt it is not known yet whether it can be read.
      next = next.reached(now);
    }
    return next;
  }

  /**
   * The expected result is a robots.txt that cannot be read: nothing of the key is asked until the
   * pause is over.
   */
  public static HostState robotsUnreadable(
      HostState answered, FetchResult result, SiteFile site, Instant now, double random) {
    var blocked = answered;
    if (Backoff.refusal(result.outcome()).isEmpty()) {
      blocked =
          Backoff.refused(answered, "", result.retryAfter(), site.firstBackoff(), now, random);
    }
    return blocked.because("robots.txt cannot be read (%s)".formatted(result.outcome()));
  }
}
