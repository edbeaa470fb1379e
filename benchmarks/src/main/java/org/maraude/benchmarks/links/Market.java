package org.maraude.benchmarks.links;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;

/**
 * Ads that never end: advertisers post about five each, of a text of their own that they change by
 * a word, under one contact, some under rotating ones. Contacts are tokens, as the links see them.
 */
final class Market {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int LIVING = 500;
  private static final int WORDS = 90;
  private static final int VOCABULARY = 3_000;
  private static final int ROTATING = 20;
  private static final int SECONDS_BETWEEN = 7;
  private static final int LEAVES_ONE_IN = 5;

  private final Random random;
  private final List<Advertiser> living = new ArrayList<>();
  private int advertisers;
  private int ads;

  private record Advertiser(int number, List<String> text) {}

  Market(long seed) {
    this.random = new Random(seed);
    for (int i = 0; i < LIVING; i++) {
      living.add(newcomer());
    }
  }

  private Advertiser newcomer() {
    var text = new ArrayList<String>();
    for (int i = 0; i < WORDS; i++) {
      text.add("mot" + letters(random.nextInt(VOCABULARY)));
    }
    return new Advertiser(++advertisers, text);
  }

  /** Figures would become slots. */
  private static String letters(int number) {
    var letters = new StringBuilder();
    for (int left = number + 1; left > 0; left /= 26) {
      letters.append((char) ('a' + left % 26));
    }
    return letters.toString();
  }

  /** An ad as the links see it. */
  Assessment next() {
    var ad = draw();
    return new Assessment(
        ad.id(),
        "demo",
        ad.url(),
        1,
        ad.at(),
        null,
        null,
        new Place("", ad.departement(), "FR"),
        "benchmark",
        "fr",
        "Annonce",
        ad.body(),
        List.of(
            new SealedContact(
                ContactKind.EMAIL, ad.address(), "", "a***@example.org", false, List.of(), null)),
        new Facts(List.of(), List.of(), List.of(ad.name()), null),
        List.of(),
        Links.NONE,
        0,
        Queue.NONE,
        List.of());
  }

  /** The same ad as a crawler tells it. */
  ObservedAd nextObserved() {
    var ad = draw();
    return new ObservedAd(
        ad.id(),
        "demo",
        ad.url(),
        ad.at(),
        null,
        "Annonce",
        ad.body() + " " + ad.address(),
        null,
        new Place("", ad.departement(), "FR"),
        Map.of("name", ad.name()),
        0,
        "");
  }

  private record Drawn(
      String id,
      String url,
      Instant at,
      String body,
      String address,
      String departement,
      String name) {}

  private Drawn draw() {
    int at = random.nextInt(LIVING);
    var advertiser = living.get(at);
    if (random.nextInt(LEAVES_ONE_IN) == 0) {
      living.set(at, newcomer());
    }
    boolean rotates = advertiser.number() % ROTATING == 0;
    var address =
        "a" + advertiser.number() + (rotates ? "-" + random.nextInt(4) : "") + "@example.org";
    var words = new ArrayList<>(advertiser.text());
    words.set(random.nextInt(WORDS), "nouveau");
    var id = Integer.toString(++ads);
    return new Drawn(
        "demo:" + id,
        "https://demo.example.org/" + id,
        BEGIN.plusSeconds((long) ads * SECONDS_BETWEEN),
        String.join(" ", words),
        address,
        Integer.toString(10 + random.nextInt(80)),
        "Nom" + advertiser.number() % 50);
  }
}
