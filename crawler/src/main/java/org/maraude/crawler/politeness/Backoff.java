package org.maraude.crawler.politeness;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maraude.events.crawl.FetchOutcome;

/**
 * How long a key is left alone after a refusal: {@code Retry-After} where given (RFC 9110, 10.2.3),
 * else a first pause that doubles with each refusal, with up to 10 % more so that sites do not come
 * back in step. Never more than 24 hours; a pause is only ever lengthened; the count is forgiven 30
 * minutes after the last pause ended.
 */
public final class Backoff {

  static final Duration LONGEST = Duration.ofHours(24);
  static final Duration FORGIVEN_AFTER = Duration.ofMinutes(30);
  private static final double JITTER = 0.1;
  private static final int MOST_DOUBLINGS = 40;

  private Backoff() {}

  /** Why an outcome is a refusal of the whole key, or nothing if it is none. */
  public static Optional<String> refusal(FetchOutcome outcome) {
    return switch (outcome) {
      case TOO_MANY_REQUESTS -> Optional.of("the site asked for fewer requests (429)");
      case UNAVAILABLE -> Optional.of("the site is unavailable (503)");
      case FORBIDDEN -> Optional.of("the site refuses access (401 or 403)");
      case WALL -> Optional.of("the site asks whether a person reads it");
      case TIMEOUT -> Optional.of("the site did not answer in time");
      case NAME_UNKNOWN -> Optional.of("the site's name has no address");
      case TLS_FAILED -> Optional.of("the site's certificate or TLS failed");
      case CONNECTION_FAILED -> Optional.of("the site cannot be reached");
      case TRUNCATED -> Optional.of("the site breaks its answers off");
      case MALFORMED -> Optional.of("the site's answers are no HTTP");
      case ADDRESS_REFUSED -> Optional.of("the site's address is one that no crawler may ask");
      case CONTENT,
          NOT_MODIFIED,
          GONE,
          REDIRECT,
          OUT_OF_SCOPE,
          ENDLESS_REDIRECT,
          URL_REFUSED,
          SERVER_ERROR,
          UNEXPECTED_STATUS,
          INCOMPLETE,
          UNDECODABLE,
          TOO_LARGE,
          WRONG_TYPE,
          UNKNOWN_ENCODING,
          CORRUPT,
          UNREADABLE ->
          Optional.empty();
    };
  }

  /**
   * A refusal came.
   *
   * @param first the pause after the first refusal that names none
   * @param random from 0 to 1
   */
  public static HostState refused(
      HostState host,
      String why,
      @Nullable String retryAfter,
      Duration first,
      Instant now,
      double random) {
    int level = forgiven(host, now) ? 0 : host.backoffLevel();
    var asked = retryAfter == null ? null : parse(retryAfter, now);
    var pause = asked == null ? doubled(first, level, random) : asked;
    var until = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    var since = host.blockedSince() != null ? host.blockedSince() : now;
    return host.blocked(level + 1, HostState.later(host.blockedUntil(), until), since, why);
  }

  /**
   * A refusal that came at {@code refusedAt} and is only known now: its pause counts from then, and
   * the doubling does not move, so that the same refusal known twice is one.
   */
  static HostState refusedBefore(
      HostState host,
      String why,
      @Nullable String retryAfter,
      Duration first,
      Instant refusedAt,
      Instant now) {
    var asked = retryAfter == null ? null : parse(retryAfter, refusedAt);
    var pause = asked == null ? first : asked;
    var until = refusedAt.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    boolean blocksLonger =
        until.isAfter(now) && (host.blockedUntil() == null || until.isAfter(host.blockedUntil()));
    if (!blocksLonger) {
      return host;
    }
    boolean blockedNow = host.blockedUntil() != null && host.blockedUntil().isAfter(now);
    var since = blockedNow && host.blockedSince() != null ? host.blockedSince() : refusedAt;
    return host.blocked(Math.max(1, host.backoffLevel()), until, since, why);
  }

  /** Seconds or an HTTP date, as a time from now; null where it is neither or lies in the past. */
  static @Nullable Duration parse(String retryAfter, Instant now) {
    var text = retryAfter.strip();
    if (text.matches("\\d+")) {
      // Longer than any pause; the number itself may not fit.
      return text.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return at.isAfter(now) ? Duration.between(now, at) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean forgiven(HostState host, Instant now) {
    return host.blockedUntil() == null || !now.isBefore(host.blockedUntil().plus(FORGIVEN_AFTER));
  }

  private static Duration doubled(Duration first, int level, double random) {
    double millis = first.toMillis() * Math.pow(2, Math.min(level, MOST_DOUBLINGS));
    double capped = Math.min(millis * (1 + JITTER * random), (double) LONGEST.toMillis());
    return Duration.ofMillis((long) Math.ceil(capped));
  }
}
