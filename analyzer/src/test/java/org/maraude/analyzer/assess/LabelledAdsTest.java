package org.maraude.analyzer.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.assessment.Queue;

/**
 * The built-in rules on invented ads by hand and by seed. Of those kept apart ({@code
 * heldback.tsv}) only bounds are held, so that nobody tunes a rule on one of them.
 */
class LabelledAdsTest {

  private static final List<String> STAY_BELOW = List.of("migrant", "shared-phone", "private");

  @TempDir static Path folder;
  private static RuleSet rules;
  private static Assessor assessor;

  @BeforeAll
  static void load() {
    var reader = AdReader.create();
    rules = RuleSet.load(RuleFiles.builtIn(), reader);
    var keys =
        KeyFolder.openOrCreate(folder.resolve("keys"), Clock.fixed(Ads.NOON, ZoneOffset.UTC));
    assessor = new Assessor(reader, keys.tokens(), keys.sealer());
  }

  @AfterAll
  static void close() {
    rules.close();
  }

  private static Scorecard score(String what, List<LabelledAd> ads) {
    var card = new Scorecard(assessor, rules, ads);
    System.err.println(what + ", " + ads.size() + " ads\n" + card.table());
    return card;
  }

  private static void assertNobodyIsWronged(Scorecard card) {
    assertThat(card.mistakes().stream().filter(each -> each.startsWith("minor")))
        .as("possible minors who are not shown")
        .isEmpty();
    for (var kind : STAY_BELOW) {
      assertThat(card.in(Queue.NONE, kind)).as(kind).isEqualTo(card.count(kind));
    }
    assertThat(card.in(Queue.ADULT, "independent"))
        .as("independents in the adult queue")
        .isLessThanOrEqualTo(card.count("independent") / 50);
  }

  @Test
  void onAdsWrittenByHandNoMinorIsMissedAndNobodyIsWronged() {
    var card = score("by hand", LabelledAd.read("labelled.tsv"));
    assertNobodyIsWronged(card);
    assertThat(STAY_BELOW).allMatch(kind -> card.count(kind) >= 3);
  }

  @Test
  void onGeneratedAdsNoMinorIsMissedAndNobodyIsWronged() {
    var card = score("generated", new GeneratedAds(2026).make(1_000));
    assertThat(card.expected(Queue.MINOR)).isGreaterThan(20);
    assertNobodyIsWronged(card);
  }

  @Test
  void onAdsKeptApartTheBoundsHold() {
    var card = score("kept apart", LabelledAd.read("heldback.tsv"));
    assertNobodyIsWronged(card);
  }

  @Test
  void thereAreEnoughAdsOfEveryKind() {
    var byHand = LabelledAd.read("labelled.tsv");
    assertThat(byHand).hasSizeGreaterThanOrEqualTo(120);
    assertThat(Stream.concat(byHand.stream(), LabelledAd.read("heldback.tsv").stream()))
        .extracting(LabelledAd::kind)
        .contains("independent", "duo", "agency", "touring", "spammer", "controlled", "minor")
        .containsAll(STAY_BELOW);
  }
}
