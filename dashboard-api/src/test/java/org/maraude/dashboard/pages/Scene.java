package org.maraude.dashboard.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.trends.Band;
import org.maraude.dashboard.trends.Bands;
import org.maraude.events.Topic;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;
import org.maraude.events.assessment.Span;
import org.maraude.events.crawl.CrawlCoverage;
import org.maraude.events.crawl.SiteStatus;
import org.maraude.events.rules.RuleSetPart;
import org.maraude.events.volume.AdVolume;

/** Invented ads, rules, sites and volumes, told to a dashboard as the streams would. */
final class Scene {

  static final int ADULTS = 6;
  static final int MINORS = 2;

  /** Of the numbers that are kept for fiction. */
  static final String PHONE = "+33639981217";

  private static final String TITLE = "Bonjour, de passage à Nantes 😊";
  private static final String BODY =
      """
      Bonjour, notre équipe prend vos rendez-vous tous les jours.
      Chauffeur disponible, sérieuse et fiable. Appelez le 06 ** ** ** 04.
      Acompte demandé, merci de votre respect.\
      """;

  private static final String RULES =
      """
      - id: management-bookings
        version: 3
        indicator: management
        group: TEXT
        level: B+
        weight: 0.3
        says: {fr: "Quelqu’un d’autre semble gérer les rendez-vous", en: "Someone else seems to manage bookings"}
        ordinary: {fr: "Une agence ou un secrétariat", en: "An agency or a secretary"}
        caveat: {fr: "Fréquent et légal ailleurs", en: "Common, and legal elsewhere"}
        source: "Giommoni & Ikwu 2021"
        match: {any: [{phrase: "notre équipe"}]}
      - id: limits-deposit
        version: 1
        indicator: stated-limits
        level: B
        says: {fr: "Pose ses conditions", en: "States conditions"}
        ordinary: {fr: "Une personne qui choisit", en: "A person who chooses"}
        source: "Pratique des associations"
      - id: age-stated
        version: 2
        indicator: age-below-18
        level: legal
        says: {fr: "Un âge sous 18 ans est écrit", en: "An age below 18 is written"}
        ordinary: {fr: "Une faute de frappe, une taille ou un prix lu comme un âge", en: "A typo, a height or a price read as an age"}
        source: "Loi du 4 mars 2002"
      """;

  private final RunningDashboard dashboard;
  private final Instant now;

  Scene(RunningDashboard dashboard, Instant now) {
    this.dashboard = dashboard;
    this.now = now;
  }

  void play() {
    dashboard.publish(
        Topic.RULES, "demo.yaml", new RuleSetPart("rules-1", "demo.yaml", 1, RULES, now));
    for (int i = 1; i <= ADULTS; i++) {
      var id = "demo-a:" + i;
      dashboard.publish(Topic.ADS_ASSESSED, id, adult(id));
    }
    for (int i = 1; i <= MINORS; i++) {
      var id = "demo-b:" + i;
      dashboard.publish(Topic.ADS_ASSESSED, id, minor(id));
    }
    sites();
    volumes();
    RunningDashboard.await(
        "the scene is stored",
        () ->
            dashboard.count("select count(*) from items") == ADULTS + MINORS
                && dashboard.count("select count(*) from rule_texts") == 3
                && dashboard.count("select count(*) from site_status") == 3
                && dashboard.count("select count(*) from crawl_coverage") == 15);
  }

  private Assessment adult(String id) {
    return assessment(
        id,
        Queue.ADULT,
        BODY,
        List.of(
            sign(
                "management",
                "management-bookings",
                3,
                0.3,
                null,
                "notre équipe",
                "Chauffeur disponible"),
            sign("reassurance", "reassurance-serious", 1, 0.2, null, "sérieuse et fiable"),
            new Signal(
                "shared-contact", "shared-contact", 1, Signal.Group.LINK, 0.3, List.of(), null),
            sign("stated-limits", "limits-deposit", 1, -0.2, null, "Acompte demandé")),
        List.of("groups:2", "missing:protective"));
  }

  private Assessment minor(String id) {
    var body = "Bonjour, j’ai 17 ans, je réponds le soir.";
    int at = body.indexOf("17 ans");
    var span = new Span(Span.Field.BODY, at, at + "17 ans".length());
    return assessment(
        id,
        Queue.MINOR,
        body,
        List.of(
            new Signal("age-below-18", "age-stated", 2, Signal.Group.FACT, 1, List.of(span), null)),
        List.of("minor:age-below-18"));
  }

  private static Signal sign(
      String id, String rule, int version, double weight, @Nullable String note, String... words) {
    var spans = new ArrayList<Span>();
    for (String word : words) {
      int at = BODY.indexOf(word);
      spans.add(new Span(Span.Field.BODY, at, at + word.length()));
    }
    return new Signal(id, rule, version, Signal.Group.TEXT, weight, spans, note);
  }

  private Assessment assessment(
      String id, Queue queue, String body, List<Signal> signals, List<String> why) {
    return new Assessment(
        id,
        id.substring(0, id.indexOf(':')),
        "https://demo.example.org/annonces/" + id.substring(id.indexOf(':') + 1),
        1,
        now,
        now.minus(1, ChronoUnit.DAYS),
        null,
        new Place("Nantes centre", "44", "FR"),
        "3f9a61c2d4",
        "fr",
        TITLE,
        body,
        List.of(dashboard.sealed(PHONE)),
        queue == Queue.MINOR
            ? new Facts(
                List.of(new Facts.Age(17, Span.Field.BODY, 14, 20)), List.of(), List.of(), null)
            : Facts.NONE,
        signals,
        new Links("group-1", 7, 3, 4, "template-1", 12, 5),
        0.62,
        queue,
        why);
  }

  private void sites() {
    status("demo-a", "Petites annonces A (démo)", SiteStatus.State.RUNNING, null);
    status("demo-b", "Petites annonces B (démo)", SiteStatus.State.RUNNING, null);
    status(
        "demo-c", "Petites annonces C (démo)", SiteStatus.State.BLOCKED, "429, Retry-After 600 s");
  }

  private void status(String id, String name, SiteStatus.State state, @Nullable String reason) {
    dashboard.publish(
        Topic.CRAWL_STATUS,
        id,
        new SiteStatus(
            id,
            name,
            state,
            reason == null ? null : SiteStatus.Cause.REFUSED,
            reason == null ? null : "TOO_MANY_REQUESTS",
            reason,
            now,
            null,
            now.minus(4, ChronoUnit.MINUTES),
            830,
            812,
            2_004,
            2_010,
            Map.of("title", 1.0),
            List.of(),
            now));
  }

  /** Half a year with a lockdown that never was, and three weeks of visits, one of them poor. */
  private void volumes() {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (int back = 182; back >= 0; back--) {
      var day = today.minusDays(back);
      boolean lockdown = back <= 100 && back > 46;
      for (int site = 0; site < 3; site++) {
        int count = (lockdown ? 5 : 12) + (back * 7 + site * 3) % 5 - site * 3;
        var volume =
            new AdVolume(
                "advertiser-" + back % 40 + "-" + site,
                day,
                "demo-" + (char) ('a' + site),
                "44",
                "?",
                Math.max(count, 0),
                0,
                count + 40,
                1,
                Map.of(3, Math.max(count, 0) / 2, 12 + back % 20, Math.max(count, 0) / 4));
        dashboard.publish(Topic.ADS_VOLUME, volume.key(), volume);
      }
      if (back < 15) {
        var coverage = new CrawlCoverage("demo-a", day, 100, back > 8 && back < 14 ? 40 : 99);
        dashboard.publish(Topic.CRAWL_COVERAGE, coverage.key(), coverage);
      }
    }
    Bands.over(dashboard.database())
        .keep(
            new Band(
                "demo-lockdown",
                "Confinement",
                "Lockdown",
                today.minusDays(100),
                today.minusDays(46),
                true));
  }
}
