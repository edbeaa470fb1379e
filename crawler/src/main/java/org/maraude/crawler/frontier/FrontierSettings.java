package org.maraude.crawler.frontier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.maraude.crawler.meters.CrawlMeters;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.ads.ObservedAd;

/**
 * What a frontier is started with.
 *
 * @param sites by id
 * @param lease how long a permit is good for
 * @param punctuation how often permits whose time has come are looked for
 * @param restartedAt since when permits from before are known to be dead; {@link Instant#MIN} where
 *     other processes may hold them
 * @param random from 0 to 1, for jitter
 * @param permitIds unique over all time and instances
 * @param published is told of each ad that is published, before the transaction ends; from any
 *     thread
 */
public record FrontierSettings(
    Map<String, SiteFile> sites,
    Duration lease,
    Duration punctuation,
    Instant restartedAt,
    Clock clock,
    DoubleSupplier random,
    Supplier<String> permitIds,
    Consumer<ObservedAd> published,
    CrawlMeters meters) {

  public FrontierSettings {
    sites = Map.copyOf(sites);
  }

  /** Settings whose meters nobody reads. */
  public FrontierSettings(
      Map<String, SiteFile> sites,
      Duration lease,
      Duration punctuation,
      Instant restartedAt,
      Clock clock,
      DoubleSupplier random,
      Supplier<String> permitIds,
      Consumer<ObservedAd> published) {
    this(
        sites,
        lease,
        punctuation,
        restartedAt,
        clock,
        random,
        permitIds,
        published,
        CrawlMeters.unread());
  }
}
