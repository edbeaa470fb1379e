package org.maraude.crawler.robots;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;

/**
 * What an answer to a request for robots.txt means. A file that exists is obeyed; one that is
 * certainly not there (404, 410) allows; anything else forbids everything until it is known, which
 * is stricter than RFC 9309, 2.3.1.3: a site that says 401 or 403 has not invited us.
 */
public enum RobotsVerdict {
  /** The rules are known. */
  RULES,
  /** There is none: everything is allowed. */
  ALLOW,
  /** Nothing is fetched, and the file is asked again after a pause. */
  UNREACHABLE;

  /** How many redirects are followed to a robots.txt (RFC 9309, 2.3.1.2). */
  public static final int MOST_REDIRECTS = 5;

  /** The table. A redirect that may be followed is not asked here. */
  public static RobotsVerdict of(FetchResult result) {
    return switch (result.outcome()) {
      case CONTENT -> isHtml(result.robotsText()) ? UNREACHABLE : RULES;
      case GONE -> ALLOW;
      case NOT_MODIFIED,
          REDIRECT,
          OUT_OF_SCOPE,
          ENDLESS_REDIRECT,
          URL_REFUSED,
          FORBIDDEN,
          TOO_MANY_REQUESTS,
          UNAVAILABLE,
          SERVER_ERROR,
          UNEXPECTED_STATUS,
          WALL,
          INCOMPLETE,
          UNDECODABLE,
          TOO_LARGE,
          WRONG_TYPE,
          UNKNOWN_ENCODING,
          CORRUPT,
          TRUNCATED,
          MALFORMED,
          UNREADABLE,
          TIMEOUT,
          NAME_UNKNOWN,
          TLS_FAILED,
          CONNECTION_FAILED,
          ADDRESS_REFUSED ->
          UNREACHABLE;
    };
  }

  private static final Pattern PAGE = Pattern.compile("^[\\s\uFEFF]*<|<!doctype|<html|<head|<body");
  private static final int LOOKED_AT = 1024;

  /** Whether {@link FetchOutcome#CONTENT} is a web page in the place of a robots.txt. */
  private static boolean isHtml(@Nullable String text) {
    if (text == null) {
      return true;
    }
    var start = text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    return PAGE.matcher(start).find();
  }
}
