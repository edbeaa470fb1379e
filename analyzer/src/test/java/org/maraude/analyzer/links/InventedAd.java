package org.maraude.analyzer.links;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;
import org.maraude.events.assessment.Signal;
import org.maraude.events.assessment.Span;

/** An assessment as the links get to see it; each method gives a changed copy. */
public record InventedAd(
    String localId,
    Instant at,
    String body,
    List<String> contacts,
    List<String> aliases,
    String departement,
    int age,
    boolean job) {

  public static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
  public static final String TEXT =
      "Bonjour, je reçois au calme près du parc, café offert, parking facile dans la rue, réponse"
          + " dans la journée, à bientôt et merci de lire l'annonce jusqu'au bout";

  public static InventedAd of(String localId) {
    return new InventedAd(localId, MONDAY, TEXT, List.of(), List.of(), "75", 0, false);
  }

  public InventedAd after(Duration time) {
    return new InventedAd(
        localId, MONDAY.plus(time), body, contacts, aliases, departement, age, job);
  }

  public InventedAd saying(String text) {
    return new InventedAd(localId, at, text, contacts, aliases, departement, age, job);
  }

  public InventedAd naming(String... tokens) {
    return new InventedAd(localId, at, body, List.of(tokens), aliases, departement, age, job);
  }

  public InventedAd called(String... names) {
    return new InventedAd(localId, at, body, contacts, List.of(names), departement, age, job);
  }

  public InventedAd in(String code) {
    return new InventedAd(localId, at, body, contacts, aliases, code, age, job);
  }

  public InventedAd aged(int years) {
    return new InventedAd(localId, at, body, contacts, aliases, departement, years, job);
  }

  public InventedAd offeringWork() {
    return new InventedAd(localId, at, body, contacts, aliases, departement, age, true);
  }

  public String adId() {
    return "demo:" + localId;
  }

  public LinkedAd linked() {
    return LinkedAd.of(assessment());
  }

  public Assessment assessment() {
    var sealed =
        contacts.stream()
            .map(token ->
                new SealedContact(ContactKind.PHONE, token, "", "06", false, List.of(), null))
            .toList();
    var ages = age == 0 ? List.<Facts.Age>of() : List.of(new Facts.Age(age, Span.Field.BODY, 0, 0));
    var signals =
        Stream.of(
                new Signal(
                    "recruitment", "recruitment-any", 1, Signal.Group.TEXT, 0.3, List.of(), null))
            .filter(signal -> job)
            .toList();
    return new Assessment(
        adId(),
        "demo",
        "https://demo.test/" + localId,
        1,
        at,
        null,
        null,
        new Place("", departement, "FR"),
        "stamp",
        "fr",
        "Annonce",
        body,
        sealed,
        new Facts(ages, List.of(), aliases, null),
        signals,
        org.maraude.events.assessment.Links.NONE,
        0,
        Queue.NONE,
        List.of());
  }
}
