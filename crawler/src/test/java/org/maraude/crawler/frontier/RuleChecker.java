package org.maraude.crawler.frontier;

import static java.util.Objects.requireNonNull;
import static org.maraude.events.crawl.FetchOutcome.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/**
 * Reads a {@link CrawlLog} and says where it breaks a rule of the design. It shares no code with
 * the frontier: it is the rules written a second time, from the outside. Jitter is taken to be 10
 * %.
 */
final class RuleChecker {

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(30);
  private static final Set<FetchOutcome> REFUSALS =
      EnumSet.of(
          TOO_MANY_REQUESTS,
          UNAVAILABLE,
          FORBIDDEN,
          WALL,
          TIMEOUT,
          NAME_UNKNOWN,
          TLS_FAILED,
          CONNECTION_FAILED,
          ADDRESS_REFUSED);

  private static final Set<FetchOutcome> ANSWERS =
      EnumSet.of(CONTENT, NOT_MODIFIED, GONE, REDIRECT);

  /** What a key's past demands of its next permit. */
  private static final class Key {
    private @Nullable Permit out;
    private Instant lastEnd = Instant.MIN;
    private Instant blockedUntil = Instant.MIN;
    private int refusals;
    private double latency;
    private final Map<String, Long> crawlDelay = new HashMap<>();
  }

  /** Of one origin. */
  private record Robots(Instant readAt, String text) {}

  private static final Duration CATCHING_UP = Duration.ofSeconds(5);

  private final Map<String, Duration> delays;
  private final Map<String, Key> keys = new HashMap<>();
  private final Map<String, Robots> robots = new HashMap<>();
  private final Set<String> paused = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final Map<String, String> published = new HashMap<>();
  private final Set<String> discovered = new HashSet<>();
  private final Map<String, String> cards = new HashMap<>();
  private final Map<String, Instant> wanted = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private boolean mayPublish;
  private Instant caughtUpAt = Instant.MIN;

  /**
   * @param delays of each site, by id
   */
  private RuleChecker(Map<String, Duration> delays) {
    this.delays = delays;
  }

  /** What is broken, in the order of the log; empty where every rule is kept. */
  static List<String> check(CrawlLog log, Map<String, Duration> delays) {
    var checker = new RuleChecker(delays);
    for (var entry : log.entries()) {
      checker.read(entry);
    }
    checker.wanted.forEach((url, since) -> checker.broken.add(since + " never visited: " + url));
    return checker.broken;
  }

  private void read(CrawlLog.Entry entry) {
    for (var key : keys.values()) {
      if (key.out != null && !entry.at().isBefore(later(key.out.leaseEnd(), caughtUpAt))) {
        key.lastEnd = later(key.lastEnd, key.out.leaseEnd());
        key.out = null;
      }
    }
    switch (entry) {
      case CrawlLog.Ticked ignored -> mayPublish = false;
      case CrawlLog.Restarted(var at) -> {
        mayPublish = false;
        // A task that begins takes results that came while none ran, even after their lease.
        caughtUpAt = at.plus(CATCHING_UP);
      }
      case CrawlLog.Ordered(var at, var site, var stop) -> {
        mayPublish = false;
        var unused = stop ? paused.add(site) : paused.remove(site);
      }
      case CrawlLog.Discovered(var at, var site, var url, var kind) -> {
        mayPublish = false;
        discovered(at, url);
      }
      case CrawlLog.Answered(var at, var key, var result) -> answered(at, key(key), result);
      case CrawlLog.Permitted(var at, var key, var permit) -> permitted(at, key(key), permit);
      case CrawlLog.Published(var at, var ad) -> {
        published(at, ad.adId());
        if (ad.contentHash().equals(published.put(ad.adId(), ad.contentHash()))) {
          broken.add(at + " published again although unchanged: " + ad.adId());
        }
      }
      case CrawlLog.Seen(var at, var adId) -> published(at, adId);
      case CrawlLog.Gone(var at, var gone) -> {
        published(at, gone.adId());
        if (published.remove(gone.adId()) == null) {
          broken.add(at + " gone twice, or never there: " + gone.adId());
        }
      }
    }
  }

  private Key key(String key) {
    return keys.computeIfAbsent(key, unknown -> new Key());
  }

  private void published(Instant at, String adId) {
    if (!mayPublish) {
      broken.add(at + " told without a first, timely result: " + adId);
    }
  }

  private void permitted(Instant at, Key key, Permit permit) {
    if (key.out != null) {
      broken.add(at + " two permits out: " + key.out.permitId() + ", " + permit.permitId());
    }
    var delay = delay(key, permit.siteId());
    if (key.lastEnd != Instant.MIN && at.isBefore(key.lastEnd.plus(delay))) {
      broken.add(
          "%s %s too early: last end %s, delay %s"
              .formatted(at, permit.permitId(), key.lastEnd, delay));
    }
    if (at.isBefore(key.blockedUntil)) {
      broken.add(at + " while blocked until " + key.blockedUntil + ": " + permit.permitId());
    }
    if (paused.contains(permit.siteId())) {
      broken.add(at + " while paused: " + permit.permitId());
    }
    if (permit.kind() != PageKind.ROBOTS) {
      allowed(at, permit.url());
    }
    key.out = permit;
  }

  private void allowed(Instant at, String url) {
    var origin = url.substring(0, url.indexOf('/', "https://".length()));
    var known = robots.get(origin);
    if (known == null) {
      broken.add(at + " robots.txt is not known: " + url);
    } else if (!at.isBefore(known.readAt().plus(DAY))) {
      broken.add(at + " robots.txt is too old: " + url);
    } else if (forbids(known.text(), url.substring(origin.length()))) {
      broken.add(at + " forbidden: " + url);
    }
  }

  static boolean forbids(String text, String path) {
    return text.lines()
        .filter(line -> line.startsWith("Disallow: "))
        .anyMatch(line -> path.startsWith(line.substring("Disallow: ".length())));
  }

  private Duration delay(Key key, String siteId) {
    long asked = key.crawlDelay.values().stream().mapToLong(Long::longValue).max().orElse(0);
    long millis = Math.max(requireNonNull(delays.get(siteId)).toMillis(), asked * 1000);
    return Duration.ofMillis(Math.max(millis, (long) Math.ceil(5 * key.latency)));
  }

  private void answered(Instant at, Key key, FetchResult result) {
    var permit = result.permit();
    mayPublish = key.out != null && key.out.permitId().equals(permit.permitId());
    if (!mayPublish) {
      // A request was made all the same.
      var end = result.finishedAt().isBefore(at) ? result.finishedAt() : at;
      key.lastEnd = later(key.lastEnd, end);
      return;
    }
    if (!answered.add(permit.permitId())) {
      broken.add(at + " a permit was out that had been answered: " + permit.permitId());
    }
    key.out = null;
    key.lastEnd = later(key.lastEnd, at);
    key.latency =
        key.latency == 0
            ? result.latencyMillis()
            : 0.8 * key.latency + 0.2 * result.latencyMillis();
    boolean refused = REFUSALS.contains(result.outcome());
    if (permit.kind() == PageKind.ROBOTS) {
      refused = robots(at, key, result) || refused;
    } else {
      wants(at, result);
    }
    if (refused) {
      refused(at, key, result.retryAfter());
    }
  }

  /** A page is wanted until it was answered with anything but a failure. */
  private void wants(Instant at, FetchResult result) {
    var permit = result.permit();
    boolean followingPage = permit.kind() == PageKind.LISTING && permit.page() > 1;
    if (ANSWERS.contains(result.outcome()) || followingPage) {
      wanted.remove(permit.url());
    } else {
      wanted.putIfAbsent(permit.url(), at);
    }
    if (result.location() != null) {
      discovered(at, result.location());
    }
    if (result.listing() != null) {
      for (var card : result.listing().cards()) {
        discovered(at, card.url());
        if (!card.hash().equals(cards.put(card.url(), card.hash()))) {
          wanted.putIfAbsent(card.url(), at);
        }
      }
    }
  }

  private void discovered(Instant at, String url) {
    if (discovered.add(url)) {
      wanted.putIfAbsent(url, at);
    }
  }

  /** Whether it cannot be read. */
  private boolean robots(Instant at, Key key, FetchResult result) {
    var origin = requireNonNull(result.permit().robotsOf());
    robots.remove(origin);
    if (result.outcome() == REDIRECT && result.permit().redirects() < 5) {
      return false;
    }
    if (result.outcome() == GONE) {
      robots.put(origin, new Robots(at, ""));
      key.crawlDelay.put(origin, 0L);
      return false;
    }
    var text = result.robotsText();
    if (result.outcome() != CONTENT || text == null || text.startsWith("<")) {
      return true;
    }
    robots.put(origin, new Robots(at, text));
    key.crawlDelay.put(
        origin,
        text.lines()
            .filter(line -> line.startsWith("Crawl-delay: "))
            .mapToLong(line -> Long.parseLong(line.substring("Crawl-delay: ".length())))
            .findFirst()
            .orElse(0));
    return false;
  }

  private static void refused(Instant at, Key key, @Nullable String retryAfter) {
    boolean forgiven =
        key.blockedUntil == Instant.MIN || !at.isBefore(key.blockedUntil.plus(FORGIVEN_AFTER));
    key.refusals = forgiven ? 0 : key.refusals;
    var pause = asked(at, retryAfter);
    if (pause == null) {
      long minutes = 1L << Math.min(key.refusals, 20);
      pause = Duration.ofMinutes(minutes).multipliedBy(11).dividedBy(10);
    }
    var until = at.plus(pause.compareTo(DAY) > 0 ? DAY : pause);
    key.blockedUntil = later(key.blockedUntil, until);
    key.refusals++;
  }

  private static @Nullable Duration asked(Instant at, @Nullable String retryAfter) {
    if (retryAfter == null) {
      return null;
    }
    if (Character.isDigit(retryAfter.charAt(0))) {
      return Duration.ofSeconds(Long.parseLong(retryAfter));
    }
    var date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    return date.isAfter(at) ? Duration.between(at, date) : null;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
