package org.maraude.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.assess.LabelledStream;
import org.maraude.analyzer.file.FileAssessment;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;
import org.maraude.events.review.Erasure;
import org.maraude.events.volume.AdvertiserMerged;

/** What the stream makes of ads that have to do with one another. */
class LinkedAdsTest {

  @TempDir Path folder;
  private StreamRig rig;

  @BeforeEach
  void start() {
    rig = new StreamRig(folder, new MovingClock());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static ObservedAd ad(String localId, String name, String more) {
    return Ads.ad(
        localId,
        "Annonce",
        "Bonjour, je m'appelle " + name + ". " + more,
        Ads.NOON.plusSeconds(localId.hashCode()),
        null);
  }

  private static final String MAIL = "Notre équipe répond. Écrivez à alba@example.org";

  /** With "serious and reliable" two hidden contacts come to 1.1, below the threshold of 1.3. */
  private static final String HIDDEN =
      "Tél zéro six trente-neuf quatre-vingt-dix-huit un deux trois quatre, alba@example.org";

  private static final Pattern CLEAR = Pattern.compile("a[0-9]+@example|63998[0-9]{4}");

  private static List<String> signs(Assessment assessment) {
    return assessment.signals().stream().map(Signal::id).toList();
  }

  @Test
  void anEarlierAdThatMeansSomethingElseIsToldAgainOnceAndSaysWhatChanged() {
    rig.observe(ad("1", "Alba", "Sérieuse et fiable. " + HIDDEN));
    rig.observe(ad("2", "Brune", MAIL));
    rig.rest();
    assertThat(rig.assessed()).extracting(Assessment::revision).containsExactly(1, 1);
    for (int i = 3; i < 40; i++) {
      rig.observe(ad("" + i, "Chloris" + (char) ('a' + i % 26), MAIL));
    }
    rig.assessed();
    rig.rest();
    var again = rig.assessed();
    assertThat(again).extracting(Assessment::adId).doesNotHaveDuplicates().contains("demo:1");
    var first = again.stream().filter(each -> each.adId().equals("demo:1")).findFirst();
    assertThat(first.orElseThrow().revision()).isEqualTo(2);
    assertThat(signs(first.orElseThrow())).contains("shared-contact");
    assertThat(first.orElseThrow().queue()).isEqualTo(Queue.ADULT);
    assertThat(first.orElseThrow().why()).contains("changed:NONE>ADULT", "changed:shared-contact");
    rig.rest();
    assertThat(rig.assessed()).isEmpty();
    rig.observe(ad("1", "Alba", "Sérieuse et fiable, bonjour. " + HIDDEN));
    assertThat(rig.assessed()).extracting(Assessment::revision).containsExactly(3);
  }

  @Test
  void aPhoneOfThousandsOfAdsTellsEachOfThemAFewTimesOnly() {
    int ads = 600;
    int told = 0;
    for (int i = 0; i < ads; i++) {
      rig.observe(ad("" + (100_000 + i), "Alba" + (char) ('a' + i % 26), MAIL));
      if (i % 100 == 0) {
        rig.pass(Duration.ofSeconds(1));
        told += rig.assessed().size();
      }
    }
    rig.rest();
    told += rig.assessed().size();
    // Once when read, once when the third name came, once when it turned out to be a switchboard.
    assertThat(told).isLessThan(ads + 3 * 256);
  }

  private String token(String mail) {
    return rig.keys.tokens().token(new CanonicalContact(ContactKind.EMAIL, mail));
  }

  @Test
  void anErasedContactTakesItsAdsAlongAndComesInNoMoreButHidesNoChild() {
    rig.observe(ad("1", "Alba", MAIL));
    rig.observe(ad("2", "Brune", "J'ai 16 ans. Écrivez à alba@example.org"));
    rig.observe(ad("3", "Chloris", "Écrivez à brune@example.org"));
    rig.rest();
    rig.out(Topic.ADS_ASSESSED);
    var token = token("alba@example.org");
    assertThat(String.join("", rig.stored())).contains(token);
    rig.tell(Topic.ERASURES, token, new Erasure("1", token, Ads.NOON));
    rig.rest();
    var told = rig.out(Topic.ADS_ASSESSED);
    assertThat(told).extracting(record -> record.key()).containsExactly("demo:1");
    assertThat(told).extracting(record -> record.value()).containsOnlyNulls();
    // The register of who said no is all that still knows it.
    assertThat(rig.stored())
        .filteredOn(entry -> entry.contains(token))
        .singleElement()
        .matches(entry -> entry.startsWith("S"));

    rig.observe(ad("4", "Daphne", MAIL));
    rig.observe(ad("2", "Brune", "J'ai 16 ans, bonsoir. Écrivez à alba@example.org"));
    rig.rest();
    var later = rig.assessed();
    assertThat(later).extracting(Assessment::adId).containsExactly("demo:2");
    assertThat(later.getFirst().queue()).isEqualTo(Queue.MINOR);
    assertThat(later.getFirst().revision()).isEqualTo(2);
    assertThat(rig.stored()).filteredOn(entry -> entry.contains(token)).hasSize(1);
  }

  @Test
  void textsGoThirtyDaysAfterTheLastSightingAndLinksAHundredAndTwenty() {
    rig.observe(ad("1", "Alba", MAIL));
    rig.observe(ad("2", "Brune", MAIL));
    rig.rest();
    assertThat(texts()).isEqualTo(2);
    rig.pass(Duration.ofDays(20));
    rig.tell(
        Topic.ADS_SEEN, "demo:2", new AdSeen("demo:2", "demo", Ads.NOON.plus(Duration.ofDays(20))));
    rig.rest();
    rig.pass(LinkedAds.TEXT_KEPT.minusDays(19));
    rig.rest();
    assertThat(texts()).isEqualTo(1);
    rig.pass(Duration.ofDays(90));
    rig.rest();
    assertThat(texts()).isZero();
    assertThat(rig.stored()).filteredOn(entry -> entry.startsWith("A")).hasSize(1);
    rig.pass(Duration.ofDays(20));
    rig.rest();
    // What is left tells of the site and of the stream, not of ads.
    assertThat(rig.stored())
        .allMatch(entry -> entry.matches("(?s)[JT].*") && !entry.contains("demo:"));
  }

  private long texts() {
    return rig.stored().stream().filter(entry -> entry.contains("m'appelle")).count();
  }

  @Test
  void anEarlierAdIsJudgedByTheRulesInUseWhenItIsToldAgain() {
    rig.observe(ad("1", "Alba", MAIL));
    rig.observe(ad("2", "Brune", MAIL));
    var before = rig.assessed().getFirst().ruleset();
    var other = new ArrayList<>(RuleFiles.builtIn());
    other.replaceAll(
        file -> new RuleFile(file.name(), file.yaml().replace("threshold: 1.3", "threshold: 0.5")));
    rig.tellRules("two", other);
    rig.observe(ad("3", "Chloris", MAIL));
    rig.rest();
    var last = new HashMap<String, Assessment>();
    rig.assessed().forEach(each -> last.put(each.adId(), each));
    assertThat(last).hasSize(3);
    assertThat(last.values()).extracting(Assessment::ruleset).doesNotContain(before);
    assertThat(last.values()).extracting(Assessment::queue).containsOnly(Queue.ADULT);
  }

  private static Map<String, Object> essence(Assessment assessment) {
    var links = assessment.links();
    boolean read = assessment.queue() != Queue.NONE;
    return Map.of(
        "queue", assessment.queue(),
        "score", assessment.score(),
        "signs", assessment.signals(),
        "template", read ? String.valueOf(links.template()) : "");
  }

  private Map<String, Map<String, Object>> atRest(StreamRig stream, List<ObservedAd> ads) {
    ads.forEach(stream::observe);
    stream.rest();
    var last = new TreeMap<String, Map<String, Object>>();
    stream.assessed().forEach(each -> last.put(each.adId(), essence(each)));
    return last;
  }

  @Test
  void whatIsFinalIsWhatAFileInOrderSaysInWhateverOrderWithinADayAndReadTwice() throws IOException {
    var stream =
        new LabelledStream(20_261_126).of(150).stream().map(LabelledStream.Ad::observed).toList();
    var expected = assessedFile(stream);
    assertThat(expected.values())
        .extracting(each -> each.get("queue"))
        .contains(Queue.ADULT, Queue.MINOR);
    var shuffled = new ArrayList<ObservedAd>();
    var days = new TreeMap<LocalDate, List<ObservedAd>>();
    for (var ad : stream) {
      days.computeIfAbsent(
              LocalDate.ofInstant(ad.observedAt(), ZoneOffset.UTC), none -> new ArrayList<>())
          .add(ad);
    }
    days.values()
        .forEach(day -> {
          Collections.shuffle(day, new Random(5));
          shuffled.addAll(day);
        });
    shuffled.addAll(stream);
    assertThat(atRest(rig, shuffled)).isEqualTo(expected);
    assertThat(rig.stored())
        .noneMatch(entry -> CLEAR.matcher(entry).find())
        .anyMatch(entry -> entry.contains("m'appelle"));
    var merges = rig.out(Topic.ADVERTISERS_MERGED);
    assertThat(merges)
        .isNotEmpty()
        .allMatch(record ->
            record.key().equals(EventJson.read(record.value(), AdvertiserMerged.class).oldId()));
  }

  private Map<String, Map<String, Object>> assessedFile(List<ObservedAd> ads) throws IOException {
    var lines = new StringBuilder();
    ads.forEach(ad -> lines.append(EventJson.writeLine(ad)).append('\n'));
    return FileAssessment.of(lines.toString(), rig.keys).stream()
        .collect(
            TreeMap::new, (last, each) -> last.put(each.adId(), essence(each)), TreeMap::putAll);
  }
}
