package org.maraude.dashboard;

import java.time.Instant;
import java.util.List;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;
import org.maraude.events.assessment.Signal;
import org.maraude.events.assessment.Span;

/** Assessments of made-up, bland ads. */
public final class SyntheticAds {

  public static final String TITLE = "Bonjour à Nantes";
  public static final String BODY = "Notre équipe répond au 06 ** ** ** 04, à bientôt.";
  public static final Instant OBSERVED = Instant.parse("2026-03-02T10:00:00Z");

  private SyntheticAds() {}

  public static Assessment assessment(String adId, int revision, Queue queue, double score) {
    return assessment(adId, revision, queue, score, BODY);
  }

  public static Assessment assessment(
      String adId, int revision, Queue queue, double score, String body) {
    var sealedElsewhere =
        new SealedContact(
            ContactKind.PHONE,
            "token-of-" + adId,
            "key-1:c2VhbGVk",
            "06 ** ** ** 04",
            false,
            List.of(),
            null);
    return assessment(adId, revision, queue, score, body, List.of(sealedElsewhere), Links.NONE);
  }

  public static Assessment assessment(
      String adId,
      int revision,
      Queue queue,
      double score,
      String body,
      List<SealedContact> contacts,
      Links links) {
    return new Assessment(
        adId,
        "demo-a",
        "https://demo-a.example.org/" + adId,
        revision,
        OBSERVED,
        null,
        null,
        new Place("Nantes", "44", "FR"),
        "rules-1",
        "fr",
        TITLE,
        body,
        contacts,
        Facts.NONE,
        List.of(
            new Signal(
                "management",
                "management-bookings",
                3,
                Signal.Group.TEXT,
                0.3,
                List.of(new Span(Span.Field.BODY, 0, 12)),
                null),
            new Signal(
                "stated-limits", "limits-deposit", 1, Signal.Group.TEXT, -0.1, List.of(), null)),
        links,
        score,
        queue,
        List.of("groups:2", "missing:age-doubt"));
  }
}
