package org.maraude.benchmarks.politeness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.web.Answer;
import org.maraude.benchmarks.web.Classifieds;
import org.maraude.benchmarks.web.PageServerProgram;
import org.maraude.benchmarks.web.Pages;

/**
 * The hosts of the rig: each has a {@link Mood}, and ads that appear one after the other. They know
 * how long they asked to be left alone. Arguments: hosts, ads a host, milliseconds between two new
 * ads, the addresses' file.
 */
final class MoodyHosts implements Pages {

  /** What the site files name as the first pause after a refusal. */
  static final Duration BACKOFF = Duration.ofSeconds(1);

  private static final Duration CRAWL_DELAY = Duration.ofSeconds(1);
  private static final int RETRY_AFTER_SECONDS = 3;
  private static final int ADS_AT_FIRST = 6;
  private static final int ROBOTS_FAILURES = 2;
  private static final long MILLI = 1_000_000;

  // Few: each refusal doubles the crawler's pause.
  private static final List<Integer> REFUSED = List.of(9, 30);

  private final int ads;
  private final long nanosBetweenAds;
  private final Clock clock;
  private final Classifieds classifieds = new Classifieds(10);
  private final SplittableRandom random = new SplittableRandom(1);
  private final int[] robotsAsked;
  private final int[] pagesAsked;
  private final boolean[] delayKnown;
  private long begin;

  private MoodyHosts(int hosts, int ads, Duration betweenAds, Clock clock) {
    this.ads = ads;
    this.nanosBetweenAds = betweenAds.toNanos();
    this.clock = clock;
    this.robotsAsked = new int[hosts];
    this.pagesAsked = new int[hosts];
    this.delayKnown = new boolean[hosts];
  }

  public static void main(String[] args) throws IOException {
    int hosts = Integer.parseInt(args[0]);
    var betweenAds = Duration.ofMillis(Long.parseLong(args[2]));
    var pages = new MoodyHosts(hosts, Integer.parseInt(args[1]), betweenAds, Clock.systemUTC());
    PageServerProgram.serve(hosts, pages, true, Path.of(args[3]));
  }

  static ChildProcess start(int hosts, int ads, Duration betweenAds, Path addresses, Path log) {
    return ChildProcess.java(
        MoodyHosts.class,
        List.of("-Xmx256m", "-XX:+UseSerialGC"),
        List.of(
            Integer.toString(hosts),
            Integer.toString(ads),
            Long.toString(betweenAds.toMillis()),
            addresses.toString()),
        log);
  }

  @Override
  public Answer answer(int host, String path, long now) {
    begin = begin == 0 ? now : begin;
    var mood = Mood.of(host);
    var answer =
        path.equals("/robots.txt") ? robots(host, mood) : page(host, mood, path, now - begin);
    if (delayKnown[host]) {
      answer = answer.asking(Math.max(answer.asksNanos(), CRAWL_DELAY.toNanos()));
    }
    return answer.after(
        (mood == Mood.SLOW ? 200 + random.nextInt(600) : random.nextInt(30)) * MILLI);
  }

  private Answer robots(int host, Mood mood) {
    int asked = robotsAsked[host]++;
    boolean early = asked < ROBOTS_FAILURES;
    return switch (mood) {
      case ROBOTS_NEVER -> refusal(500);
      case ROBOTS_FAIL_AT_FIRST -> early ? refusal(500) : rules("");
      case ROBOTS_REFUSED_AT_FIRST -> early ? refusal(403) : rules("");
      case NO_ROBOTS -> Answer.text(404, "nothing here");
      case CRAWL_DELAY -> {
        delayKnown[host] = true;
        yield rules("Crawl-delay: " + CRAWL_DELAY.toSeconds() + "\n");
      }
      default -> rules("");
    };
  }

  private static Answer rules(String more) {
    return Answer.text(200, "User-agent: *\n" + more + "Disallow: /private/\n");
  }

  private static Answer refusal(int status) {
    return Answer.text(status, "not now").asking(BACKOFF.toNanos());
  }

  private Answer page(int host, Mood mood, String path, long elapsed) {
    int asked = pagesAsked[host]++;
    if (REFUSED.contains(asked)) {
      switch (mood) {
        case TOO_MANY_REQUESTS -> {
          return retryAfter(429, Integer.toString(RETRY_AFTER_SECONDS))
              .asking(Duration.ofSeconds(RETRY_AFTER_SECONDS).toNanos());
        }
        case UNAVAILABLE_UNTIL -> {
          return until();
        }
        case UNAVAILABLE -> {
          return refusal(503);
        }
        case HANGS_UP -> {
          return Answer.none().asking(BACKOFF.toNanos());
        }
        default -> {
          // The others refuse nothing.
        }
      }
    }
    return content(host, path, elapsed);
  }

  private Answer until() {
    var now = clock.instant();
    var date = now.plusSeconds(RETRY_AFTER_SECONDS).truncatedTo(ChronoUnit.SECONDS);
    return retryAfter(503, date(date))
        .askingUntil(System.nanoTime() + Duration.between(now, date).toNanos());
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private static Answer retryAfter(int status, String when) {
    var body = "not now".getBytes(StandardCharsets.US_ASCII);
    return Answer.of(status, "text/plain", body, "Retry-After: " + when + "\r\n");
  }

  private Answer content(int host, String path, long elapsed) {
    int visible = (int) Math.min(ads, ADS_AT_FIRST + elapsed / nanosBetweenAds);
    if (path.startsWith("/list?page=")) {
      int page = Integer.parseInt(path.substring("/list?page=".length()));
      return Answer.html(classifieds.listing(host, page, visible));
    }
    if (path.startsWith("/ad/")) {
      int ad = Integer.parseInt(path.substring("/ad/".length()));
      return ad <= visible
          ? Answer.html(classifieds.ad(host, ad))
          : Answer.text(404, "nothing here");
    }
    return Answer.text(404, "nothing here");
  }
}
