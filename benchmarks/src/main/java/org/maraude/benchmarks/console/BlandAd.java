package org.maraude.benchmarks.console;

import java.time.Instant;
import java.util.List;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;

/** One invented ad, where what matters is what is done with it and not what it says. */
final class BlandAd {

  private BlandAd() {}

  static Assessment assessed() {
    return new Assessment(
        "kill:0",
        "demo",
        "https://demo.example.org/0",
        1,
        Instant.parse("2026-01-01T00:00:00Z"),
        null,
        null,
        new Place("Nantes", "44", "FR"),
        "benchmark",
        "fr",
        "Bonjour à Nantes",
        "Notre équipe répond à vos appels.",
        List.of(),
        Facts.NONE,
        List.of(
            new Signal(
                "management", "management-bookings", 3, Signal.Group.TEXT, 0.3, List.of(), null)),
        Links.NONE,
        1,
        Queue.ADULT,
        List.of("groups:2"));
  }
}
