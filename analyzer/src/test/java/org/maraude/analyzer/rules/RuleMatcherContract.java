package org.maraude.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.analyzer.text.AdWords;
import org.maraude.events.assessment.Span;

/** What every matcher does, whatever engine it is made of. */
abstract class RuleMatcherContract {

  abstract RuleMatcher matcher(List<Rule> rules);

  private static final String RULES =
      """
      - {id: phrase, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.3,
         languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
         caveat: {fr: a, en: a}, examples: {hit: [a], miss: [b]},
         match: {any: [{phrase: "notre équipe"}, {phrase: agence}]}}
      - {id: all, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.3,
         languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
         caveat: {fr: a, en: a}, examples: {hit: [a], miss: [b]},
         match: {all: [{phrase: rouge}, {phrase: vert}], any: [{phrase: bleu}, {phrase: noir}]}}
      - {id: near, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.3,
         languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
         caveat: {fr: a, en: a}, examples: {hit: [a], miss: [b]},
         match: {any: [{near: {terms: [chauffeur, "la dépose"], within: 2}}]}}
      - {id: before, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.3,
         languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
         caveat: {fr: a, en: a}, examples: {hit: [a], miss: [b]},
         match: {any: [{phrase: secrétariat}], none: [{phrase: "pas de", before: 3}]}}
      - {id: within, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.3,
         languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
         caveat: {fr: a, en: a}, examples: {hit: [a], miss: [b]},
         match: {any: [{phrase: standard}], none: [{phrase: modèle, within: 2}]}}
      - {id: anywhere, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.3,
         languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
         caveat: {fr: a, en: a}, examples: {hit: [a], miss: [b]},
         match: {any: [{phrase: planning}], none: [{phrase: "mon métier"}]}}
      - {id: subject, version: 1, indicator: management, group: TEXT, level: B+, weight: 0.3,
         languages: [fr], says: {fr: a, en: a}, ordinary: {fr: a, en: a}, source: a,
         caveat: {fr: a, en: a}, examples: {hit: [a], miss: [b]},
         match: {any: [{phrase: "très jeune"}], subject: advertiser}}
      """;

  static List<Rule> rules() {
    return RuleReader.readAll(new RuleFile("contract.yaml", RULES));
  }

  private List<RuleMatch> match(String title, String body) {
    try (var matcher = matcher(rules())) {
      return matcher.match(AdWords.of(title, body));
    }
  }

  private List<String> fired(String body) {
    return match("", body).stream().map(match -> match.rule().id()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Avec notre équipe ici | phrase",
        "NOTRE E\u0301QUIPE | phrase",
        "l'agence | phrase",
        "notre grande équipe | ''",
        "Voici la notre. Équipe de dix | ''",
        "vert et rouge puis noir | all",
        "rouge vert | ''",
        "bleu noir rouge | ''",
        "chauffeur qui la dépose | near",
        "la dépose un gentil chauffeur | near",
        "chauffeur un deux trois la dépose | ''",
        "chauffeur. Il la dépose | ''",
        "le secrétariat répond | before",
        "pas de secrétariat | ''",
        "pas de vrai petit secrétariat | ''",
        "pas de un deux trois secrétariat | before",
        "secrétariat et pas de bruit | before",
        "pas de bruit. Le secrétariat répond | before",
        "un standard | within",
        "standard un modèle | ''",
        "modèle un standard | ''",
        "standard un deux trois modèle | within",
        "mon planning | anywhere",
        "planning, c'est mon métier | ''",
        "je suis très jeune | subject",
        "vous êtes très jeune | ''",
        "je suis très jeune, vous êtes poli | subject",
      })
  void itFiresOnWhatTheRuleSays(String body, String rule) {
    assertThat(String.join(" ", fired(body))).isEqualTo(rule);
  }

  @Test
  void aDenialTakesBackOnlyTheHitItStandsBefore() {
    var body = "Pas de secrétariat. Si, le secrétariat répond";
    var match = match("", body);
    assertThat(match).hasSize(1);
    assertThat(match.getFirst().spans())
        .containsExactly(
            new Span(Span.Field.BODY, body.lastIndexOf("secr"), body.lastIndexOf(" répond")));
  }

  @Test
  void itSaysWhichClauseFiredAndWhereInUtf16Units() {
    var title = "🌺 L’ÀGENCE";
    var body = "👩‍👩‍👧 ｎｏｔｒｅ équipe, notre équipe";
    var match = match(title, body);
    assertThat(match).hasSize(1);
    assertThat(match.getFirst().hits())
        .extracting(RuleMatch.Hit::clause)
        .containsExactly("any-2", "any-1", "any-1");
    assertThat(match.getFirst().spans())
        .extracting(span -> under(title, body, span))
        .containsExactly("L’ÀGENCE", "ｎｏｔｒｅ équipe", "notre équipe");
  }

  private static String under(String title, String body, Span span) {
    return switch (span.field()) {
      case TITLE -> title.substring(span.start(), span.end());
      case BODY -> body.substring(span.start(), span.end());
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // look-alikes: Cyrillic o and e, capitals, Greek omicron, m written as it looks
        "Avec nоtrе équipe ici | nоtrе équipe",
        "Avec NОTRЕ équipe ici | NОTRЕ équipe",
        "Avec nοtre équipe ici | nοtre équipe",
        // digits and signs for letters
        "Avec n0tr3 équ1p3 ici | n0tr3 équ1p3",
        "une @gence ici | @gence",
        "une ag€nce ici | ag€nce",
        // a digit and a look-alike in one word
        "Avec nоtr3 équipe ici | nоtr3 équipe",
        // separators
        "Avec n.o.t.r.e équipe ici | n.o.t.r.e équipe",
        "Avec no_tre é-qui-pe ici | no_tre é-qui-pe",
        "Avec n*o*t*r*e équipe ici | n*o*t*r*e équipe",
        "Un rendez-vous avec no-tre équipe ici | no-tre équipe",
        // single letters
        "Avec n o t r e équipe ici | n o t r e équipe",
        "Avec n o t r e  é q u i p e ici | n o t r e  é q u i p e",
        "Avec N . O . T . R . E équipe ici | N . O . T . R . E équipe",
        "une a g 3 n c e ici | a g 3 n c e",
      })
  void aDisguisedWordIsReadAndMarkedWhole(String body, String marked) {
    var match = match("", body);
    assertThat(match).hasSize(1);
    assertThat(match.getFirst().spans())
        .extracting(span -> under("", body, span))
        .containsExactly(marked);
    assertThat(match.getFirst().isDisguised()).isTrue();
  }

  @Test
  void whatIsPlainIsNotCalledDisguisedBecauseAnotherWordIs() {
    var hits = match("", "Notre équipe, n0tre équipe").getFirst().hits();
    assertThat(hits).extracting(RuleMatch.Hit::disguised).containsExactly(false, true);
  }

  @Test
  void aGuardTakesBackADisguisedHitToo() {
    assertThat(fired("pas de s e c r é t a r i a t")).isEmpty();
  }

  @Test
  void aSentenceThatBeginsWithoutASpaceIsReadPlainly() {
    var match = match("", "Disponible.Notre équipe");
    assertThat(match).hasSize(1);
    assertThat(match.getFirst().isDisguised()).isFalse();
    assertThat(match("", "Voici notre.Équipe")).isEmpty();
  }

  @Test
  void aTextOfOneWordRepeatedGivesFewMarks() {
    var match = match("", "agence ".repeat(20_000)).getFirst();
    assertThat(match.hits()).hasSize(RuleMatch.MOST_HITS);
  }

  @Test
  void noPhraseReachesFromTheTitleIntoTheBody() {
    assertThat(match("Voici notre", "équipe")).isEmpty();
  }

  @Test
  void anAdWithoutWordsMatchesNothing() {
    assertThat(match("", "")).isEmpty();
    assertThat(match("🌺", "\u200B...")).isEmpty();
  }

  @Test
  void manyThreadsGetTheSameMatches() throws Exception {
    try (var matcher = matcher(rules());
        var threads = Executors.newFixedThreadPool(4)) {
      var words = AdWords.of("notre équipe", "le secrétariat, vert rouge noir");
      var expected = matcher.match(words);
      assertThat(expected).hasSize(3);
      var calls = new ArrayList<Callable<List<RuleMatch>>>();
      for (int i = 0; i < 200; i++) {
        calls.add(() -> matcher.match(words));
      }
      for (var call : threads.invokeAll(calls)) {
        assertThat(call.get()).isEqualTo(expected);
      }
      assertThat(matcher.errors()).isEmpty();
    }
  }
}
