package org.maraude.analyzer.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.analyzer.links.InMemoryLinkState;
import org.maraude.analyzer.links.LinkView;
import org.maraude.analyzer.links.LinkedAd;
import org.maraude.analyzer.links.Linker;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.ContactTokens;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;

/** What links make of invented ads whose groups are known. The seed is apart from the demo's. */
class LabelledStreamTest {

  private static final AdReader READER = AdReader.create();
  private static final RuleSet RULES = RuleSet.load(RuleFiles.builtIn(), READER);
  private static final List<LabelledStream.Ad> STREAM = new LabelledStream(20_261_125).of(600);
  private static final Map<String, Assessment> OWN = new LinkedHashMap<>();

  static {
    var assessor = Assessor.withoutSeals(READER, ContactTokens.withKey(new byte[32]));
    for (var ad : STREAM) {
      OWN.put(ad.observed().adId(), assessor.assess(ad.observed(), RULES, 1));
    }
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  private static Assessment own(LabelledStream.Ad ad) {
    return java.util.Objects.requireNonNull(OWN.get(ad.observed().adId()));
  }

  /** What is said of each ad when all have been read. */
  private static Map<String, LinkView> atRest(List<LabelledStream.Ad> order) {
    var linker = new Linker(new InMemoryLinkState(), merged -> {});
    order.forEach(ad -> linker.observe(LinkedAd.of(own(ad))));
    var views = new TreeMap<String, LinkView>();
    OWN.keySet().forEach(adId -> views.put(adId, linker.view(adId)));
    return views;
  }

  @Test
  void groupsSignsAndQueuesAreThoseThatWereInvented() {
    var views = atRest(STREAM);
    double index =
        adjustedRandIndex(
            LabelledStream.Ad::advertiser,
            ad -> {
              var template = view(views, ad).links().template();
              return template == null ? ad.observed().adId() : template;
            });
    System.out.printf("%d ads, adjusted Rand index of templates: %.4f%n", STREAM.size(), index);
    assertThat(index).isGreaterThanOrEqualTo(0.95);
    for (var fact : FactCondition.values()) {
      if (fact.isLinked()) {
        score(fact, views);
      }
    }
    queues(views);
  }

  private static LinkView view(Map<String, LinkView> views, LabelledStream.Ad ad) {
    return java.util.Objects.requireNonNull(views.get(ad.observed().adId()));
  }

  private static void score(FactCondition fact, Map<String, LinkView> views) {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (var ad : STREAM) {
      boolean found = view(views, ad).facts().contains(fact);
      boolean labelled = ad.signs().contains(fact);
      right += found && labelled ? 1 : 0;
      wrong += found && !labelled ? 1 : 0;
      missed += !found && labelled ? 1 : 0;
    }
    System.out.printf(
        "%s: %d right, %d wrong, %d missed, precision %.3f, recall %.3f%n",
        fact.id(),
        right,
        wrong,
        missed,
        (double) right / Math.max(1, right + wrong),
        (double) right / Math.max(1, right + missed));
    assertThat(right).as(fact.id()).isPositive();
    assertThat(wrong).as("%s found wrongly", fact.id()).isLessThanOrEqualTo(right / 20);
    assertThat(missed).as("%s missed", fact.id()).isLessThanOrEqualTo(right / 20);
  }

  private static void queues(Map<String, LinkView> views) {
    var counts = new TreeMap<String, Map<Queue, Integer>>();
    for (var ad : STREAM) {
      var queue = LinkedAssessment.of(own(ad), view(views, ad), RULES).queue();
      counts.computeIfAbsent(ad.kind(), kind -> new TreeMap<>()).merge(queue, 1, Integer::sum);
    }
    counts.forEach((kind, queues) -> System.out.println(kind + ": " + queues));
    for (var kind : List.of("independent", "duo", "touring")) {
      var queues = counts.getOrDefault(kind, Map.of());
      int all = queues.values().stream().mapToInt(Integer::intValue).sum();
      int adult = queues.getOrDefault(Queue.ADULT, 0);
      assertThat(all).isPositive();
      assertThat((double) adult / all).as("%s listed wrongly", kind).isLessThanOrEqualTo(0.02);
    }
    assertThat(counts.get("minor")).containsOnlyKeys(Queue.MINOR);
    assertThat(counts.get("controlled")).containsKey(Queue.ADULT);
  }

  @Test
  void theOrderWithinADayAndASecondReadingChangeNothingThatIsFinal() {
    var inOrder = atRest(STREAM);
    var shuffled = new ArrayList<LabelledStream.Ad>();
    var days = new TreeMap<LocalDate, List<LabelledStream.Ad>>();
    for (var ad : STREAM) {
      var day = LocalDate.ofInstant(ad.observed().observedAt(), ZoneOffset.UTC);
      days.computeIfAbsent(day, none -> new ArrayList<>()).add(ad);
    }
    days.values()
        .forEach(day -> {
          Collections.shuffle(day, new Random(5));
          shuffled.addAll(day);
        });
    assertThat(shuffled).isNotEqualTo(STREAM);
    assertThat(atRest(shuffled)).isEqualTo(inOrder);
    var twice = new ArrayList<>(STREAM);
    twice.addAll(STREAM);
    assertThat(atRest(twice)).isEqualTo(inOrder);
  }

  /** Hubert and Arabie 1985, Comparing partitions. */
  private static double adjustedRandIndex(
      Function<LabelledStream.Ad, String> one, Function<LabelledStream.Ad, String> other) {
    var both = new HashMap<List<String>, Integer>();
    var left = new HashMap<String, Integer>();
    var right = new HashMap<String, Integer>();
    for (var ad : STREAM) {
      both.merge(List.of(one.apply(ad), other.apply(ad)), 1, Integer::sum);
      left.merge(one.apply(ad), 1, Integer::sum);
      right.merge(other.apply(ad), 1, Integer::sum);
    }
    double together = pairs(both);
    double ofLeft = pairs(left);
    double ofRight = pairs(right);
    double expected = ofLeft * ofRight / (STREAM.size() * (STREAM.size() - 1.0) / 2);
    return (together - expected) / ((ofLeft + ofRight) / 2 - expected);
  }

  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
