package org.maraude.crawler.meters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.maraude.events.crawl.SiteStatus;

/** What stands of one site now, until another process answers for it. */
final class SiteGauges {

  private final MeterRegistry registry;
  private final String prefix;
  private final List<Tag> site;
  private final List<Meter> registered = new CopyOnWriteArrayList<>();
  private final Map<String, Double> health = new ConcurrentHashMap<>();
  private volatile SiteStatus.State state = SiteStatus.State.RUNNING;
  private volatile long duePages;
  private volatile Duration lag = Duration.ZERO;

  SiteGauges(MeterRegistry registry, String prefix, List<Tag> site) {
    this.registry = registry;
    this.prefix = prefix;
    this.site = site;
    for (var each : SiteStatus.State.values()) {
      add(
          Gauge.builder(prefix + "site.state", one(() -> state == each))
              .description("1 for the state that the site is in, 0 for the others")
              .tag("state", CrawlMeters.word(each)));
    }
    add(
        Gauge.builder(prefix + "site.blocked", one(() -> state == SiteStatus.State.BLOCKED))
            .description("1 while the site refuses, cannot be reached or forbids"));
    add(
        Gauge.builder(prefix + "due.pages", number(() -> duePages))
            .description("Pages whose time has come, counted up to 4,000"));
    add(
        Gauge.builder(prefix + "due.lag", number(() -> lag.toMillis() / 1000.0))
            .description("How long the page that waits longest has been due")
            .baseUnit("seconds"));
  }

  void status(SiteStatus status) {
    state = status.state();
    status
        .fieldHealth()
        .forEach((field, share) -> {
          if (health.put(field, share) == null) {
            add(
                Gauge.builder(
                        prefix + "field.health", number(() -> health.getOrDefault(field, 0.0)))
                    .description("The share of pages that yield a field, smoothed")
                    .baseUnit("ratio")
                    .tag("field", field));
          }
        });
  }

  void backlog(long pages, Duration waited) {
    duePages = pages;
    lag = waited;
  }

  void remove() {
    registered.forEach(registry::remove);
  }

  private void add(Gauge.Builder<Supplier<Number>> gauge) {
    registered.add(gauge.tags(site).register(registry));
  }

  private static Supplier<Number> number(Supplier<? extends Number> figure) {
    return figure::get;
  }

  private static Supplier<Number> one(Supplier<Boolean> is) {
    return () -> is.get() ? 1 : 0;
  }
}
