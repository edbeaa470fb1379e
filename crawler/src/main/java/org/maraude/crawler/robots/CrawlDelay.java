package org.maraude.crawler.robots;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pause between two requests that a robots.txt asks for. No RFC knows it, but sites write it,
 * in any length, and it is kept in any. Where several hold for this crawler the longest does, for
 * that breaks none of them.
 */
final class CrawlDelay {

  /** As good as for ever, and still a number of milliseconds to count with. */
  static final Duration LONGEST = Duration.ofDays(36_525);

  private static final Pattern SECONDS = Pattern.compile("(\\d+)(?:[.,](\\d{1,3}))?");
  private static final int MOST_DIGITS = 10;
  private static final Pattern PRODUCT = Pattern.compile("\\*|[A-Za-z_-]+");

  private CrawlDelay() {}

  /** The delay for {@code agent}, else for all; zero where none is asked. */
  static Duration of(List<RobotsLine> lines, String agent) {
    var ours = new Asked(agent);
    var all = new Asked("*");
    var names = new HashSet<String>();
    boolean naming = false;
    for (var line : lines) {
      switch (line.key()) {
        case AGENT -> {
          if (!naming) {
            names.clear();
          }
          naming = true;
          names.add(product(line.value()));
          ours.named |= names.contains(agent);
        }
        case CRAWL_DELAY -> {
          naming = false;
          var delay = seconds(line.value());
          ours.hear(names, delay);
          all.hear(names, delay);
        }
        case ALLOW, DISALLOW -> naming = false;
        case SITEMAP -> {}
      }
    }
    return ours.named ? ours.longest : all.longest;
  }

  private static final class Asked {
    private final String agent;
    private boolean named;
    private Duration longest = Duration.ZERO;

    private Asked(String agent) {
      this.agent = agent;
    }

    private void hear(Set<String> names, Duration delay) {
      if (names.contains(agent) && delay.compareTo(longest) > 0) {
        longest = delay;
      }
    }
  }

  /** The product token that a name begins with (RFC 9309, 2.2.1). */
  private static String product(String name) {
    var token = PRODUCT.matcher(name);
    return token.lookingAt() ? token.group().toLowerCase(Locale.ROOT) : "";
  }

  private static Duration seconds(String value) {
    var number = SECONDS.matcher(value);
    if (!number.lookingAt()) {
      return Duration.ZERO;
    }
    if (number.group(1).length() > MOST_DIGITS) {
      return LONGEST;
    }
    var fraction = number.group(2) == null ? "0" : number.group(2);
    var millis = new BigDecimal(number.group(1) + "." + fraction).movePointRight(3).longValue();
    var delay = Duration.ofMillis(millis);
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }
}
