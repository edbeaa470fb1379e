package org.maraude.crawler.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.maraude.crawler.urls.CanonicalUrl;

/** The rules of one robots.txt for this crawler. Immutable, thread safe. */
public final class RobotsRules {

  /** The name by which a robots.txt calls this crawler; the library wants lower case. */
  public static final String AGENT = "maraude";

  /** Nothing may be fetched. */
  public static final RobotsRules NOTHING = flat(SimpleRobotRules.RobotRulesMode.ALLOW_NONE);

  /** Everything may be fetched. */
  public static final RobotsRules EVERYTHING = flat(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);

  private static final int NO_WARNINGS = 0;

  private final SimpleRobotRules rules;
  private final Duration crawlDelay;
  private final List<String> sitemaps;

  private RobotsRules(SimpleRobotRules rules, Duration crawlDelay, List<String> sitemaps) {
    this.rules = rules;
    this.crawlDelay = crawlDelay;
    this.sitemaps = sitemaps;
  }

  private static RobotsRules flat(SimpleRobotRules.RobotRulesMode mode) {
    return new RobotsRules(new SimpleRobotRules(mode), Duration.ZERO, List.of());
  }

  /** Reads a robots.txt that was answered with 2xx and is no web page. */
  public static RobotsRules parse(String origin, String text) {
    var file = origin + "/robots.txt";
    var lines = RobotsLine.read(text);
    var clean = new StringBuilder();
    var sitemaps = new LinkedHashSet<String>();
    for (var line : lines) {
      switch (line.key()) {
        case AGENT, ALLOW, DISALLOW -> clean.append(line.written());
        case SITEMAP -> CanonicalUrl.resolve(file, line.value()).ifPresent(sitemaps::add);
        case CRAWL_DELAY -> {} // The parser keeps the last, and none of more than 292 years.
      }
    }
    var rules =
        new SimpleRobotRulesParser(Long.MAX_VALUE, NO_WARNINGS)
            .parseContent(
                file,
                clean.toString().getBytes(StandardCharsets.UTF_8),
                "text/plain",
                List.of(AGENT));
    return new RobotsRules(rules, CrawlDelay.of(lines, AGENT), List.copyOf(sitemaps));
  }

  /**
   * The sitemaps that the file names, for whatever agent (RFC 9309, 2.2.4): canonical, each once,
   * in their order. They may lie anywhere; whether a site file covers them is the caller's to ask.
   */
  public List<String> sitemaps() {
    return sitemaps;
  }

  /** Whether a canonical URL may be fetched. */
  public boolean allows(String canonical) {
    return rules.isAllowed(canonical);
  }

  /** The Crawl-delay, zero where none is asked. */
  public Duration crawlDelay() {
    return crawlDelay;
  }
}
