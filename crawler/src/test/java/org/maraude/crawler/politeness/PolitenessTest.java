package org.maraude.crawler.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

class PolitenessTest {

  private static final Instant T = Instant.parse("2026-11-01T08:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final SiteFile SITE =
      SiteFileReader.parse(
          "s.yaml",
          """
          id: s
          approval: {by: a, on: 2026-11-01, basis: b}
          start: [https://demo.example/]
          hosts: [demo.example]
          """);

  private static Permit permit(String id, Instant at) {
    return new Permit(
        id,
        "s",
        "https://demo.example/",
        PageKind.AD,
        at,
        at.plus(LEASE),
        0,
        0,
        false,
        null,
        null,
        null);
  }

  private static FetchResult result(
      Permit permit, FetchOutcome outcome, @Nullable String retryAfter, Instant at, long latency) {
    return new FetchResult(
        permit,
        false,
        outcome,
        200,
        at,
        latency,
        retryAfter,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static HostState afterRefusal(HostState host, @Nullable String retryAfter, Instant now) {
    var permit = permit("x", now);
    var asked = Politeness.issue(host, permit);
    return Politeness.answered(
        asked, result(permit, FetchOutcome.UNAVAILABLE, retryAfter, now, 10), SITE, now, 0.5);
  }

  @Test
  void theNextRequestComesExactlyOneDelayAfterTheResult() {
    var permit = permit("1", T);
    var host = Politeness.issue(HostState.NEW, permit);
    var gone = result(permit, FetchOutcome.GONE, null, T.plusMillis(100), 100);
    var answered = Politeness.answered(host, gone, SITE, T.plusMillis(120), 0);
    assertThat(Politeness.notBefore(answered, SITE)).isEqualTo(T.plusMillis(5120));
  }

  @Test
  void aSlowSiteIsAskedLessOftenAndACrawlDelayCounts() {
    var permit = permit("1", T);
    var host = Politeness.issue(HostState.NEW, permit);
    var slow = result(permit, FetchOutcome.GONE, null, T.plusSeconds(4), 4000);
    var answered = Politeness.answered(host, slow, SITE, T.plusSeconds(4), 0);
    assertThat(Politeness.delay(answered, SITE)).isEqualTo(Duration.ofSeconds(20));
    var asking = answered.asking("https://demo.example", Duration.ofSeconds(301));
    assertThat(Politeness.delay(asking, SITE)).isEqualTo(Duration.ofSeconds(301));
    var noLonger = asking.asking("https://demo.example", Duration.ZERO);
    assertThat(Politeness.delay(noLonger, SITE)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aLostPermitCostsOneLeaseAndOneDelay() {
    var host = Politeness.issue(HostState.NEW, permit("1", T));
    var justBefore = T.plus(LEASE).minusMillis(1);
    assertThat(Politeness.busy(host, justBefore)).isTrue();
    assertThat(Politeness.lost(host, justBefore)).isEqualTo(host);
    var freed = Politeness.lost(host, T.plus(LEASE));
    assertThat(freed.outstanding()).isNull();
    assertThat(Politeness.notBefore(freed, SITE)).isEqualTo(T.plus(LEASE).plusSeconds(5));
  }

  @Test
  void afterARestartOfTheSoleFetcherALostPermitCostsOneDelay() {
    var host = Politeness.issue(HostState.NEW, permit("1", T));
    var freed = Politeness.abandoned(host, T.plusSeconds(2));
    assertThat(Politeness.notBefore(freed, SITE)).isEqualTo(T.plusSeconds(7));
    assertThat(Politeness.abandoned(host, T)).isEqualTo(host);
    assertThat(Politeness.abandoned(host, Instant.MIN)).isEqualTo(host);
  }

  @Test
  void aRepeatedResultIsNotExpectedAndOnlyLengthensTheWait() {
    var first = permit("1", T);
    var host = Politeness.issue(HostState.NEW, first);
    var answer = result(first, FetchOutcome.GONE, null, T.plusSeconds(1), 10);
    var answered = Politeness.answered(host, answer, SITE, T.plusSeconds(1), 0);
    var next = Politeness.issue(answered, permit("2", T.plusSeconds(6)));
    assertThat(Politeness.expected(next, answer)).isFalse();
    var late = Politeness.late(next, answer, SITE, T.plusSeconds(7));
    assertThat(late).isEqualTo(next);
  }

  @Test
  void aRefusalThatIsKnownOnlyAfterItsLeaseIsKeptAllTheSame() {
    var lost = permit("1", T);
    var end = lost.leaseEnd();
    var next =
        Politeness.issue(
            Politeness.lost(Politeness.issue(HostState.NEW, lost), end), permit("2", end));
    var refusal = result(lost, FetchOutcome.TOO_MANY_REQUESTS, "600", T.plusSeconds(1), 10);
    var told = Politeness.late(next, refusal, SITE, end.plusSeconds(1));
    assertThat(told.blockedUntil()).isEqualTo(T.plusSeconds(601));
    assertThat(told.outstanding()).isEqualTo(next.outstanding());
    assertThat(Politeness.late(told, refusal, SITE, end.plusSeconds(9))).isEqualTo(told);
    assertThat(Politeness.late(told, refusal, SITE, T.plusSeconds(700))).isEqualTo(told);
  }

  @Test
  void pausesDoubleFromOneMinuteToADay() {
    var host = HostState.NEW;
    var now = T;
    var pauses = new ArrayList<Long>();
    for (int i = 0; i < 13; i++) {
      host = afterRefusal(host, null, now);
      var until = Objects.requireNonNull(host.blockedUntil());
      pauses.add(Duration.between(now, until).toSeconds());
      now = until;
    }
    assertThat(pauses)
        .startsWith(63L, 126L, 252L)
        .endsWith(86_400L, 86_400L)
        .allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(86_400));
  }

  @Test
  void refusalsAreForgivenHalfAnHourAfterTheLastPause() {
    var host = afterRefusal(afterRefusal(HostState.NEW, null, T), null, T.plusSeconds(63));
    var until = Objects.requireNonNull(host.blockedUntil());
    assertThat(afterRefusal(host, null, until.plusSeconds(1799)).backoffLevel()).isEqualTo(3);
    assertThat(afterRefusal(host, null, until.plusSeconds(1800)).backoffLevel()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "0, 0",
    "999999999999999999999, 86400",
    "604800, 86400",
    "'Sun, 01 Nov 2026 08:10:00 GMT', 600",
    "'Sun, 01 Nov 2026 07:00:00 GMT', 63",
    "soon, 63",
    "-5, 63",
  })
  void retryAfterIsObeyedWhereItCanBeRead(String header, long seconds) {
    var host = afterRefusal(HostState.NEW, header, T);
    assertThat(Duration.between(T, host.blockedUntil())).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void aPauseIsNeverShortened() {
    var host = afterRefusal(HostState.NEW, "3600", T);
    var until = host.blockedUntil();
    assertThat(afterRefusal(host, "1", T.plusSeconds(1)).blockedUntil()).isEqualTo(until);
  }

  /** Any order of results, repeats, losses and restarts: never two out, never too early. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whateverHappensTheRulesHold(long seed) {
    var random = new Random(seed);
    var host = HostState.NEW;
    var now = T;
    Instant lastEnd = null;
    Instant blockedUntil = null;
    var sent = new ArrayList<Permit>();
    int issued = 0;
    for (int step = 0; step < 2000; step++) {
      now = now.plusMillis(random.nextInt(20_000));
      if (!Politeness.busy(host, now)) {
        var lost = host.outstanding();
        host = Politeness.lost(host, now);
        if (lost != null) {
          lastEnd = HostState.later(lastEnd, lost.leaseEnd());
        }
        if (!now.isBefore(Politeness.notBefore(host, SITE)) && random.nextInt(4) > 0) {
          assertThat(host.outstanding()).isNull();
          if (lastEnd != null) {
            assertThat(now).isAfterOrEqualTo(lastEnd.plusSeconds(5));
          }
          if (blockedUntil != null) {
            assertThat(now).isAfterOrEqualTo(blockedUntil);
          }
          var permit = permit("p" + issued++, now);
          sent.add(permit);
          host = Politeness.issue(host, permit);
        }
      }
      if (!sent.isEmpty() && random.nextInt(3) > 0) {
        var permit = sent.get(Math.max(0, sent.size() - 1 - random.nextInt(2)));
        var outcomes =
            new FetchOutcome[] {
              FetchOutcome.GONE, FetchOutcome.WALL, FetchOutcome.TIMEOUT, FetchOutcome.SERVER_ERROR
            };
        var outcome = outcomes[random.nextInt(10) < 8 ? 0 : random.nextInt(4)];
        var answer = result(permit, outcome, null, now, random.nextInt(800));
        if (Politeness.expected(host, answer)) {
          host = Politeness.answered(host, answer, SITE, now, random.nextDouble());
          lastEnd = now;
          if (blockedUntil != null && host.blockedUntil() != null) {
            assertThat(host.blockedUntil()).isAfterOrEqualTo(blockedUntil);
          }
          blockedUntil = host.blockedUntil();
        } else {
          host = Politeness.late(host, answer, SITE, now);
        }
      }
    }
    assertThat(issued).isGreaterThan(20);
  }
}
