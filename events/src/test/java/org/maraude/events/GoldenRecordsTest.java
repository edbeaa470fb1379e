package org.maraude.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;
import org.maraude.events.assessment.Signal;
import org.maraude.events.assessment.Span;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.CrawlCoverage;
import org.maraude.events.crawl.SiteStatus;
import org.maraude.events.review.Erasure;
import org.maraude.events.review.ReviewDecided;
import org.maraude.events.rules.RuleSetPart;
import org.maraude.events.volume.AdVolume;
import org.maraude.events.volume.AdvertiserMerged;

/**
 * Today's code reads what yesterday's wrote. The files under {@code golden/} are never regenerated:
 * a change that breaks one needs a new schema number.
 */
class GoldenRecordsTest {

  private static final Instant T = Instant.parse("2026-11-01T08:00:00Z");

  static Stream<Event> records() {
    return Stream.of(
        observed(),
        new AdSeen("demo:17", "demo", T),
        new AdGone("demo:17", "demo", T, T.plusSeconds(60), T.plusSeconds(120)),
        assessment(),
        new CrawlControl("demo", CrawlControl.Order.PAUSE, T, "admin"),
        new CrawlCoverage("demo", LocalDate.parse("2026-11-01"), 10, 9),
        status(),
        new ReviewDecided(
            "r-1",
            "demo:17",
            1,
            ReviewDecided.Outcome.NO_CONCERN,
            List.of(new ReviewDecided.RuleRef("management-bookings", 3)),
            T),
        new Erasure("e-1", "token-1", T),
        new RuleSetPart("abc", "text.yaml", 2, "- id: x\n", T),
        new AdVolume("adv-1", LocalDate.parse("2026-11-01"), "demo", "75", "?", 1, 0, 1, 0),
        new AdvertiserMerged("adv-2", "adv-1", T));
  }

  @ParameterizedTest
  @MethodSource("records")
  void yesterdaysRecordIsReadAndWrittenAsItWas(Event record) throws IOException {
    var golden = golden(record.getClass().getSimpleName() + ".json");
    assertThat(EventJson.readLine(golden, record.getClass())).isEqualTo(record);
    assertThat(EventJson.writeLine(record)).isEqualTo(golden);
  }

  @Test
  void theEndsOfADaysNewAdsAreReadAsTheyWereWritten() {
    var volume =
        new AdVolume(
            "adv-1",
            LocalDate.parse("2026-11-01"),
            "demo",
            "75",
            "?",
            3,
            0,
            3,
            0,
            Map.of(12, 1, 0, 2));
    var line = EventJson.writeLine(volume);
    assertThat(line).contains("\"ended\":{\"0\":2,\"12\":1}");
    assertThat(EventJson.readLine(line, AdVolume.class)).isEqualTo(volume);
  }

  @Test
  void aStatusFromBeforeCausesWereToldIsRead() throws IOException {
    var before = EventJson.readLine(golden("SiteStatus-before-causes.json"), SiteStatus.class);
    assertThat(before.state()).isEqualTo(SiteStatus.State.BLOCKED);
    assertThat(before.cause()).isNull();
    assertThat(before.requests()).isZero();
    assertThat(before.faded()).isEmpty();
  }

  private static ObservedAd observed() {
    return new ObservedAd(
        "demo:17",
        "demo",
        "http://demo.test/ad/17",
        T,
        T.minusSeconds(3600),
        "Titre é",
        "Corps 🙂",
        "annonces",
        new Place("Lyon", "69", "FR"),
        Map.of("age", "30"),
        2,
        "hash-1");
  }

  private static Assessment assessment() {
    var span = new Span(Span.Field.BODY, 0, 5);
    return new Assessment(
        "demo:17",
        "demo",
        "http://demo.test/ad/17",
        2,
        T,
        null,
        "annonces",
        new Place("Lyon", "69", "FR"),
        "rules-abc",
        "fr",
        "Titre é",
        "Corps 🙂",
        List.of(
            new SealedContact(
                ContactKind.PHONE,
                "token-1",
                "2026-11-01:AAAA",
                "06 ** ** ** 04",
                true,
                List.of(span),
                null)),
        new Facts(
            List.of(new Facts.Age(30, Span.Field.BODY, 0, 5)),
            List.of(new Facts.Price(new BigDecimal("80"), "EUR", 30, Span.Field.BODY, 0, 5)),
            List.of("Alias"),
            new Facts.ResolvedPlace("69", null)),
        List.of(
            new Signal(
                "management",
                "management-bookings",
                3,
                Signal.Group.TEXT,
                0.3,
                List.of(span),
                null)),
        Links.NONE,
        0.3,
        Queue.NONE,
        List.of("missing:second-group"));
  }

  private static SiteStatus status() {
    return new SiteStatus(
        "demo",
        "Demo",
        SiteStatus.State.BLOCKED,
        SiteStatus.Cause.REFUSED,
        "TOO_MANY_REQUESTS",
        "429, asked to wait",
        T,
        T.plusSeconds(60),
        null,
        12,
        10,
        5,
        6,
        Map.of("title", 1.0),
        List.of("phone"),
        T);
  }

  private static String golden(String name) throws IOException {
    try (var in = GoldenRecordsTest.class.getResourceAsStream("/golden/" + name)) {
      assertThat(in).as("golden file %s", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
