package org.maraude.benchmarks.links;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  Assessment next() {
    int at = random.nextInt(LIVING);
    var advertiser = living.get(at);
    if (random.nextInt(LEAVES_ONE_IN) == 0) {
      living.set(at, newcomer());
    }
    boolean rotates = advertiser.number() % ROTATING == 0;
    var token =
        "a" + advertiser.number() + (rotates ? "-" + random.nextInt(4) : "") + "@example.org";
    var words = new ArrayList<>(advertiser.text());
    words.set(random.nextInt(WORDS), "nouveau");
    var id = Integer.toString(++ads);
    return new Assessment(
        "demo:" + id,
        "demo",
        "https://demo.example.org/" + id,
        1,
        BEGIN.plusSeconds((long) ads * SECONDS_BETWEEN),
        null,
        null,
        new Place("", Integer.toString(10 + random.nextInt(80)), "FR"),
        "benchmark",
        "fr",
        "Annonce",
        String.join(" ", words),
        List.of(
            new SealedContact(
                ContactKind.EMAIL, token, "", "a***@example.org", false, List.of(), null)),
        new Facts(List.of(), List.of(), List.of("Nom" + advertiser.number() % 50), null),
        List.of(),
        Links.NONE,
        0,
        Queue.NONE,
        List.of());
  }
}
