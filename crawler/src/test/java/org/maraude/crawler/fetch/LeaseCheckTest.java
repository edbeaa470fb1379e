package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

/** A process may be held still between the look at its lease and its request. */
class LeaseCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final CrawlerIdentity WHO =
      new CrawlerIdentity("Association de test", "https://example.org/crawler", "bot@example.org");

  private static Permit until(SmallSite site, Instant leaseEnd) {
    return new Permit(
        "permit-1",
        "demo",
        site.origin() + "/ad/1",
        PageKind.AD,
        NOW.minusSeconds(30),
        leaseEnd,
        0,
        0,
        false,
        null,
        null,
        null);
  }

  private static Fetcher fetcher() {
    return new Fetcher(WHO, Limits.USUAL, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void nothingIsSentOnceTheLeaseIsOver() {
    try (var site = SmallSite.start(1);
        var fetcher = fetcher()) {
      var file = site.file("demo", "0ms", "");

      assertThatThrownBy(() -> fetcher.fetch(until(site, NOW), file))
          .isInstanceOf(LeaseOverException.class)
          .hasMessageContaining("permit-1");
      assertThat(site.visits()).isEmpty();
    }
  }

  @Test
  void theLastMomentOfALeaseIsStillInTime() {
    try (var site = SmallSite.start(1);
        var fetcher = fetcher()) {
      var file = site.file("demo", "0ms", "");
      var result = fetcher.fetch(until(site, NOW.plus(Duration.ofMillis(1))), file);

      assertThat(result.outcome()).isEqualTo(FetchOutcome.CONTENT);
      assertThat(site.visits()).hasSize(1);
    }
  }
}
