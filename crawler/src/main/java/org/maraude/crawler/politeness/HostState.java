package org.maraude.crawler.politeness;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.crawl.Permit;

/**
 * What is remembered of one politeness key. Instants are null where the thing never happened.
 *
 * @param outstanding the one permit that is out
 * @param lastResult when the last answer was known, or a lease ended without one
 * @param latencyMillis of answers, smoothed
 * @param crawlDelays origin to the milliseconds that its robots.txt asks
 * @param backoffLevel how many refusals in a row, each of which doubles the pause
 * @param blockedUntil before which no request is made
 * @param blockedSince when the first refusal came that no answer has followed yet
 * @param blockedBy why, in a few words
 */
public record HostState(
    @Nullable Permit outstanding,
    @Nullable Instant lastResult,
    double latencyMillis,
    Map<String, Long> crawlDelays,
    int backoffLevel,
    @Nullable Instant blockedUntil,
    @Nullable Instant blockedSince,
    @Nullable String blockedBy)
    implements Event {

  /** A key that was never asked. */
  public static final HostState NEW = new HostState(null, null, 0, Map.of(), 0, null, null, null);

  public HostState {
    crawlDelays = crawlDelays == null ? Map.of() : Map.copyOf(crawlDelays);
  }

  /** With this permit out. */
  HostState issued(Permit permit) {
    return new HostState(
        permit,
        lastResult,
        latencyMillis,
        crawlDelays,
        backoffLevel,
        blockedUntil,
        blockedSince,
        blockedBy);
  }

  /** With nothing out, counting the delay from {@code at} at the earliest. */
  HostState free(Instant at) {
    return new HostState(
        null,
        later(lastResult, at),
        latencyMillis,
        crawlDelays,
        backoffLevel,
        blockedUntil,
        blockedSince,
        blockedBy);
  }

  HostState answeredIn(double smoothedMillis) {
    return new HostState(
        outstanding,
        lastResult,
        smoothedMillis,
        crawlDelays,
        backoffLevel,
        blockedUntil,
        blockedSince,
        blockedBy);
  }

  /** With a robots.txt that asks for this delay. */
  public HostState asking(String origin, Duration crawlDelay) {
    var delays = new TreeMap<>(crawlDelays);
    delays.put(origin, crawlDelay.toMillis());
    return new HostState(
        outstanding,
        lastResult,
        latencyMillis,
        delays,
        backoffLevel,
        blockedUntil,
        blockedSince,
        blockedBy);
  }

  /** The longest delay that a robots.txt of this key asks. */
  long longestCrawlDelay() {
    return crawlDelays.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  HostState blocked(int level, Instant until, Instant since, String by) {
    return new HostState(
        outstanding, lastResult, latencyMillis, crawlDelays, level, until, since, by);
  }

  /** With an answer that is no refusal: nothing is the matter any more, once the pause is over. */
  public HostState reached(Instant now) {
    return blockedUntil != null && blockedUntil.isAfter(now)
        ? this
        : new HostState(
            outstanding,
            lastResult,
            latencyMillis,
            crawlDelays,
            backoffLevel,
            blockedUntil,
            null,
            null);
  }

  HostState because(String why) {
    return new HostState(
        outstanding,
        lastResult,
        latencyMillis,
        crawlDelays,
        backoffLevel,
        blockedUntil,
        blockedSince,
        why);
  }

  /** The later of two, of which the first may be missing. */
  public static Instant later(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other) ? one : other;
  }
}
