package org.maraude.crawler.robots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of a robots.txt that means something (RFC 9309, 2.2). What means nothing is left out, so
 * that it parts no group and fills no log.
 *
 * @param value without comment, blanks and, in a rule, what the parser behind would misread
 */
record RobotsLine(Key key, String value) {

  enum Key {
    AGENT("User-agent"),
    ALLOW("Allow"),
    DISALLOW("Disallow"),
    CRAWL_DELAY("Crawl-delay"),
    SITEMAP("Sitemap");

    private final String written;

    Key(String written) {
      this.written = written;
    }

    /** The key as it is written, or as it is often miswritten; null for any other. */
    private static @Nullable Key of(String key) {
      var name = key.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
      return switch (name) {
        case "useragent" -> AGENT;
        case "allow" -> ALLOW;
        case "crawldelay" -> CRAWL_DELAY;
        case "sitemap" -> SITEMAP;
        // A slip of the pen is still a wish to be left alone; only here is one read so.
        default -> name.matches("di[as]+[al]{2,4}[ao]?w") ? DISALLOW : null;
      };
    }
  }

  static List<RobotsLine> read(String text) {
    var lines = new ArrayList<RobotsLine>();
    for (var written : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("[\r\n]+")) {
      int comment = written.indexOf('#');
      var line = of((comment < 0 ? written : written.substring(0, comment)).strip());
      if (line != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static @Nullable RobotsLine of(String line) {
    int end = line.indexOf(':');
    if (end < 0) {
      // Forgotten colons are common; two words are a key and its value.
      var words = line.split("\\s+", 3);
      return words.length == 2 ? of(words[0], words[1]) : null;
    }
    return of(line.substring(0, end).strip(), line.substring(end + 1).strip());
  }

  private static @Nullable RobotsLine of(String name, String value) {
    var key = name.length() > 20 ? null : Key.of(name);
    if (key == null) {
      return null;
    }
    return switch (key) {
      case AGENT, CRAWL_DELAY -> new RobotsLine(key, value);
      case SITEMAP -> value.isEmpty() ? null : new RobotsLine(key, value);
      case ALLOW -> fromRoot(value) ? new RobotsLine(key, octets(value)) : null;
      case DISALLOW -> new RobotsLine(key, octets(fromRoot(value) ? value : "/" + value));
    };
  }

  /** Whether a path is one by the grammar. Where not, an Allow is none and a Disallow is meant. */
  private static boolean fromRoot(String path) {
    return path.isEmpty() || path.startsWith("/") || path.startsWith("*");
  }

  /** A dollar is the end of a path only at the end of the rule (RFC 9309, 2.2.3). */
  private static String octets(String path) {
    int last = path.length() - 1;
    return last < 1 ? path : path.substring(0, last).replace("$", "%24") + path.charAt(last);
  }

  /** As a well-formed file has it. */
  String written() {
    return key.written + ": " + value + "\n";
  }
}
