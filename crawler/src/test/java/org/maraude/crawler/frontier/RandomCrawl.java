package org.maraude.crawler.frontier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.crawl.DiscoveredUrl;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/**
 * One frontier in a bad month: fetchers lose, repeat and delay results, sites fail in every way,
 * the clock jumps, tasks move, people pause sites. Everything follows from the seed.
 */
final class RandomCrawl {

  static final Map<String, SiteFile> SITES =
      List.of(site("a", 5, "both"), site("b", 9, "both"), site("c", 5, "c.example")).stream()
          .collect(Collectors.toMap(SiteFile::id, site -> site));

  private static final Map<String, List<SiteFile>> BY_KEY =
      SITES.values().stream().collect(Collectors.groupingBy(SiteFile::politenessKey));

  private final Random random;
  private final RandomAnswers answers;
  private final CrawlLog log = new CrawlLog();
  private final MemoryStores stores = new MemoryStores();
  private final Set<String> paused = new HashSet<>();
  private final List<Permit> unanswered = new ArrayList<>();
  private final List<FetchResult> given = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-01T08:00:00Z");
  private Frontier frontier;
  private int permits;
  private int read;

  RandomCrawl(long seed) {
    this.random = new Random(seed);
    this.answers = new RandomAnswers(random);
    this.frontier = started();
  }

  private static SiteFile site(String id, int delay, String group) {
    return SiteFileReader.parse(
        id,
        """
        id: %s
        approval: {by: a, on: 2026-11-01, basis: b}
        start: [https://%s.example/list]
        hosts: [%s.example]
        delay: %ds
        politenessGroup: %s
        revisit: {min: 12h, max: 24h}
        """
            .formatted(id, id, id, delay, group));
  }

  private Frontier started() {
    var settings =
        new FrontierSettings(
            SITES,
            Duration.ofSeconds(30),
            Duration.ofMillis(250),
            Instant.MIN,
            Clock.fixed(now, ZoneOffset.UTC),
            () -> 1.0,
            () -> "p" + permits++,
            ad -> {});
    var next = new Frontier(stores.open(), settings, BY_KEY, paused::contains, log);
    next.begin(Instant.MIN, now);
    return next;
  }

  /** Lives through a number of events, then through days in which everything works. */
  CrawlLog run(int events) {
    for (var site : SITES.values()) {
      discover(site, site.start().get(0), PageKind.LISTING);
    }
    for (int i = 0; i < events; i++) {
      pass(randomTime());
      happen();
    }
    heal();
    return log;
  }

  private Duration randomTime() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> Duration.ofMillis(random.nextInt(3_000));
      case 6, 7, 8, 9, 10, 11, 12 -> Duration.ofMillis(4_000 + random.nextInt(8_000));
      case 13, 14, 15 -> Duration.ofMillis(20_000 + random.nextInt(30_000));
      case 16, 17 -> Duration.ofSeconds(random.nextInt(2_400));
      case 18 -> Duration.ofMinutes(random.nextInt(30 * 60));
      default -> Duration.ofMillis(-random.nextInt(2_000));
    };
  }

  private void happen() {
    int dice = random.nextInt(100);
    if (dice < 50) {
      take(unanswered, permit -> give(answers.of(permit, now)));
    } else if (dice < 55) {
      take(unanswered, permit -> {});
    } else if (dice < 65) {
      repeat();
    } else if (dice < 80) {
      var sites = List.copyOf(SITES.values());
      var site = sites.get(random.nextInt(sites.size()));
      discover(site, answers.someAd(site.id()), PageKind.AD);
    } else if (dice < 86) {
      restart();
    } else if (dice < 92) {
      order(random.nextInt(3) == 0 ? "b" : "c");
    }
  }

  private <T> void take(List<T> from, java.util.function.Consumer<T> what) {
    if (!from.isEmpty()) {
      what.accept(from.remove(random.nextInt(from.size())));
    }
  }

  private void repeat() {
    if (!given.isEmpty()) {
      var old = given.get(random.nextInt(given.size()));
      give(random.nextBoolean() ? old : answers.of(old.permit(), now));
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
    log.add(new CrawlLog.Ticked(now));
    frontier.tick(now);
    collect();
  }

  private void discover(SiteFile site, String url, PageKind kind) {
    log.add(new CrawlLog.Discovered(now, site.id(), url, kind));
    frontier.discovered(site.politenessKey(), new DiscoveredUrl(site.id(), url, kind, now), now);
    collect();
  }

  private void give(FetchResult result) {
    var key = Objects.requireNonNull(SITES.get(result.permit().siteId())).politenessKey();
    given.add(result);
    log.add(new CrawlLog.Answered(now, key, result));
    frontier.result(key, result, now);
    collect();
  }

  private void restart() {
    log.add(new CrawlLog.Restarted(now));
    stores.move();
    frontier = started();
  }

  private void order(String site) {
    boolean stop = !paused.remove(site) && paused.add(site);
    log.add(new CrawlLog.Ordered(now, site, stop));
  }

  private void collect() {
    var entries = log.entries();
    for (; read < entries.size(); read++) {
      if (entries.get(read) instanceof CrawlLog.Permitted(var at, var key, var permit)) {
        unanswered.add(permit);
      }
    }
  }

  /** Long enough for the longest pause, the longest wait after failures and a forbidden page. */
  private void heal() {
    for (var site : List.copyOf(paused)) {
      order(site);
    }
    unanswered.clear();
    answers.heal();
    var end = now.plus(Duration.ofDays(6));
    var step = Duration.ofSeconds(10);
    while (now.isBefore(end)) {
      int before = permits;
      pass(step);
      step = permits > before ? Duration.ofSeconds(10) : Duration.ofHours(1);
      while (!unanswered.isEmpty()) {
        give(answers.of(unanswered.remove(0), now));
      }
    }
  }
}
