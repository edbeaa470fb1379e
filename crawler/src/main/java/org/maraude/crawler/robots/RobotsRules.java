package org.maraude.crawler.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.maraude.crawler.urls.CanonicalUrl;

/** The rules of one robots.txt for this crawler. Immutable, thread safe. */
public final class RobotsRules {

  /** The name by which a robots.txt calls this crawler; the library wants lower case. */
  public static final String AGENT = "maraude";

  /** Nothing may be fetched. */
  public static final RobotsRules NOTHING =
      new RobotsRules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE));

  /** Everything may be fetched. */
  public static final RobotsRules EVERYTHING =
      new RobotsRules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL));

  private static final int ANY_NUMBER_OF_WARNINGS = Integer.MAX_VALUE;

  private final SimpleRobotRules rules;

  private RobotsRules(SimpleRobotRules rules) {
    this.rules = rules;
  }

  /** Reads a robots.txt that was answered with 2xx and is no web page. */
  public static RobotsRules parse(String origin, String text) {
    // The parser's own limit turns a Crawl-delay of more than five minutes into "nothing allowed".
    var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, ANY_NUMBER_OF_WARNINGS);
    return new RobotsRules(
        parser.parseContent(
            origin + "/robots.txt",
            text.getBytes(StandardCharsets.UTF_8),
            "text/plain",
            List.of(AGENT)));
  }

  /** Whether a canonical URL may be fetched. */
  public boolean allows(String canonical) {
    return rules.isAllowed(canonical);
  }

  /** The sitemaps it names, canonical. */
  public List<String> sitemaps() {
    return rules.getSitemaps().stream().flatMap(url -> CanonicalUrl.of(url).stream()).toList();
  }

  /** The Crawl-delay, zero where none is asked. */
  public Duration crawlDelay() {
    long millis = rules.getCrawlDelay();
    return millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis < 0
        ? Duration.ZERO
        : Duration.ofMillis(millis);
  }
}
