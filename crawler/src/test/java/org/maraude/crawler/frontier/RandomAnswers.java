package org.maraude.crawler.frontier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;
import org.maraude.events.crawl.Permit;

/** Sites that answer in every way there is, until they are healed. */
final class RandomAnswers {

  private static final int ADS = 14;
  private static final List<FetchOutcome> FAILURES =
      List.copyOf(
          EnumSet.complementOf(
              EnumSet.of(
                  FetchOutcome.CONTENT,
                  FetchOutcome.NOT_MODIFIED,
                  FetchOutcome.GONE,
                  FetchOutcome.REDIRECT)));

  private final Random random;
  private final Map<String, Integer> versions = new HashMap<>();
  private boolean healthy;

  RandomAnswers(Random random) {
    this.random = random;
  }

  /** From now on everything is there and allowed. */
  void heal() {
    healthy = true;
  }

  String someAd(String site) {
    return ad(site, random.nextInt(ADS));
  }

  private static String ad(String site, int number) {
    return "https://%s.example/ad/%d".formatted(site, number);
  }

  FetchResult of(Permit permit, Instant now) {
    int dice = healthy ? 0 : random.nextInt(100);
    if (dice < 62) {
      return content(permit, now);
    }
    if (dice < 68) {
      return answer(permit, FetchOutcome.GONE, now, null, null, null, null);
    }
    if (dice < 74) {
      return answer(permit, FetchOutcome.NOT_MODIFIED, now, null, null, null, null);
    }
    if (dice < 80) {
      var target =
          switch (random.nextInt(3)) {
            case 0 -> "https://%s.example/list".formatted(permit.siteId());
            case 1 -> someAd(permit.siteId());
            default -> "https://%s.example/moved/%d".formatted(permit.siteId(), random.nextInt(20));
          };
      return answer(permit, FetchOutcome.REDIRECT, now, null, target, null, null);
    }
    var outcome = FAILURES.get(random.nextInt(FAILURES.size()));
    return answer(permit, outcome, now, null, null, null, null);
  }

  private FetchResult content(Permit permit, Instant now) {
    return switch (permit.kind()) {
      case ROBOTS ->
          answer(permit, FetchOutcome.CONTENT, now, healthy ? "" : robots(), null, null, null);
      case SITEMAP -> throw new IllegalStateException("none is named");
      case LISTING -> answer(permit, FetchOutcome.CONTENT, now, null, null, listing(permit), null);
      case AD -> answer(permit, FetchOutcome.CONTENT, now, null, null, null, observed(permit, now));
    };
  }

  private String robots() {
    return switch (random.nextInt(6)) {
      case 0 -> "User-agent: *\nDisallow: /ad/1\n";
      case 1 -> "User-agent: *\nDisallow: /list\n";
      case 2 -> "User-agent: *\nCrawl-delay: " + random.nextInt(400) + "\n";
      case 3 -> "<html><title>Oops</title></html>";
      default -> "User-agent: *\nDisallow: /private\n";
    };
  }

  private ListingPage listing(Permit permit) {
    var cards = new ArrayList<ListingCard>();
    for (int i = 0; i < ADS; i++) {
      if (healthy || random.nextInt(3) > 0) {
        var url = ad(permit.siteId(), i);
        cards.add(new ListingCard(url, null, "card " + version(url, 30)));
      }
    }
    return new ListingPage(cards, null);
  }

  private int version(String of, int changesOnceIn) {
    boolean changes = !healthy && random.nextInt(changesOnceIn) == 0;
    return versions.merge(of, changes ? 1 : 0, Integer::sum);
  }

  /** Ads 0 and 1 of a site are one ad under two URLs. */
  private ObservedAd observed(Permit permit, Instant now) {
    var id = permit.url().replaceAll("/1$", "/0");
    int version = version(id, 4);
    return new ObservedAd(
        id,
        permit.siteId(),
        permit.url(),
        now,
        null,
        "Bonjour",
        "Version " + version,
        null,
        Place.UNKNOWN,
        Map.of(),
        0,
        "hash " + version);
  }

  private FetchResult answer(
      Permit permit,
      FetchOutcome outcome,
      Instant now,
      @Nullable String robots,
      @Nullable String location,
      @Nullable ListingPage listing,
      @Nullable ObservedAd ad) {
    long latency = healthy ? 100 : random.nextInt(random.nextInt(8) == 0 ? 9_000 : 900);
    return new FetchResult(
        permit,
        false,
        outcome,
        200,
        now.plusMillis(random.nextInt(5_000) - 3_000L),
        latency,
        FAILURES.contains(outcome) ? retryAfter(now) : null,
        location,
        null,
        null,
        robots,
        listing,
        ad,
        List.of());
  }

  private @Nullable String retryAfter(Instant now) {
    return switch (random.nextInt(6)) {
      case 0 -> Integer.toString(random.nextInt(4_000));
      case 1 -> Integer.toString(random.nextInt(400_000));
      case 2 ->
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              now.plusSeconds(random.nextInt(20_000) - 4_000L).atOffset(ZoneOffset.UTC));
      default -> null;
    };
  }
}
