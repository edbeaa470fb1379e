package org.maraude.standalone.demo.site;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what all sites share in their addresses; the rest is each site's own. */
final class Paths {

  private static final Pattern PAGE = Pattern.compile("(?:^|&)(?:page|p)=(\\d{1,6})(?:&|$)");

  private Paths() {}

  static boolean isRobots(URI target) {
    return target.getPath().equals("/robots.txt");
  }

  /** The page number of a query, 1 where it names none. */
  static int page(URI target) {
    String query = target.getRawQuery();
    Matcher matcher = PAGE.matcher(query == null ? "" : query);
    return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
  }
}
