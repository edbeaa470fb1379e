package org.maraude.analyzer.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;
import org.maraude.events.assessment.Span;

class AssessorTest {

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

  private static Assessment assess(String body) {
    return assessor.assess(Ads.ad("1", body), rules, 1);
  }

  @Test
  void somebodyWhoWritesPoorFrenchStaysBelow() {
    var assessment =
        assess(
            "Bonjour moi c'est Alex, je suis 34 ans. Moi nouveau dans Paris, je parle pas beaucoup"
                + " bien français mais je comprendre. Je suis gentil personne, sérieux, merci pour"
                + " respect. Numéro pour moi : 06 39 98 12 34");
    assertThat(assessment.queue()).isEqualTo(Queue.NONE);
    assertThat(assessment.score()).isLessThanOrEqualTo(0.5);
  }

  @Test
  void twoFriendsWhoShareAPhoneStayBelow() {
    var assessment =
        assess(
            "Nous sommes Alice et Claire, 34 et 36 ans, amies de longue date. Nous partageons un"
                + " seul téléphone et nous répondons à tour de rôle. Nous recevons à deux, par"
                + " sécurité. Personne sérieuse, photos authentiques. Tél : 06 39 98 12 34");
    assertThat(assessment.signals()).extracting(Signal::id).contains("several-persons");
    assertThat(assessment.queue()).isEqualTo(Queue.NONE);
    assertThat(assessment.why()).contains("missing:second-group");
  }

  @Test
  void somebodyWhoHidesTheNumberToBeLeftAloneStaysBelow() {
    var assessment =
        assess(
            "Je suis Claire, 38 ans. Annonce sérieuse, photos authentiques. Je reçois uniquement."
                + " Appelez-moi : zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre");
    assertThat(assessment.signals())
        .extracting(Signal::id)
        .contains("phone-obscured", "reassurance", "no-outside");
    assertThat(assessment.queue()).isEqualTo(Queue.NONE);
    assertThat(assessment.why())
        .contains("groups:2")
        .anyMatch(why -> why.startsWith("missing:score:"));
  }

  @Test
  void somebodyElseWhoManagesBehindAHiddenNumberIsPutToAPerson() {
    var assessment =
        assess(
            "Alice, 28 ans. Notre secrétariat prend les rendez-vous pour elle, un chauffeur la"
                + " dépose. Annonce sérieuse. Standard : zéro six trente-neuf quatre-vingt-dix-huit"
                + " douze trente-quatre");
    assertThat(assessment.queue()).isEqualTo(Queue.ADULT);
    assertThat(assessment.score()).isEqualTo(1.45);
    assertThat(assessment.why()).containsExactly("score:1.45", "groups:2");
  }

  @Test
  void oneGroupAloneNeverReachesTheAdultQueue() {
    var assessment =
        assess(
            "Notre équipe recherche collaboratrices, argent facile, gains rapides. Notre chauffeur"
                + " vous attend. Annonce sérieuse, photos authentiques. Toute jeune femme, deux"
                + " amies. Elle vous accueille, elle parle deux langues.");
    assertThat(assessment.queue()).isEqualTo(Queue.NONE);
    assertThat(assessment.why()).contains("groups:1", "capped:TEXT", "missing:second-group");
    assertThat(assessment.score()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bonjour, j'ai 17 ans. À Paris.", "Salut, je suis au lycée. À Paris."})
  void aPossibleMinorComesFirstWithoutASecondGroup(String body) {
    var assessment = assess(body);
    assertThat(assessment.queue()).isEqualTo(Queue.MINOR);
    assertThat(assessment.why()).contains("minor:age-below-18");
  }

  @Test
  void wordingThatSuggestsYouthNeedsADoubtAboutTheAge() {
    assertThat(assess("Toute jeune femme, 29 ans, à Paris.").queue()).isEqualTo(Queue.NONE);
    var doubtful = assess("Tout juste majeure, 18 ans, à Paris.");
    assertThat(doubtful.queue()).isEqualTo(Queue.MINOR);
    assertThat(doubtful.why()).contains("minor:youth-wording");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Réservé aux majeurs, 18+. J'ai 32 ans.",
        "Interdit aux moins de 18 ans.",
        "À 15 min à pied du centre. Derrière le lycée, grand parking.",
        "Je mesure 1m65, 16 rue calme, tarif 17 €.",
        "J'exerce ici depuis 16 ans.",
        "Clients de moins de 18 ans refusés."
      })
  void numbersThatAreNoAgesOpenNoMinorPath(String body) {
    assertThat(assess(body).queue()).isEqualTo(Queue.NONE);
  }

  @Test
  void limitsOfOnesOwnSpeakAgainst() {
    var assessment = assess("Je suis Claire. Mes limites sont claires. Annonce sérieuse.");
    assertThat(assessment.score()).isEqualTo(0.3);
    assertThat(assessment.why()).contains("protective:stated-limits");
  }

  @Test
  void whatCountsForTrendsOnlyWeighsNothing() {
    var assessment = assess("De passage à Paris, 21 ans.");
    assertThat(assessment.signals())
        .extracting(Signal::id)
        .containsExactlyInAnyOrder("new-in-town", "stated-age-18-22");
    assertThat(assessment.score()).isZero();
    assertThat(assessment.why()).contains("groups:0");
  }

  @Test
  void noContactStandsInClearAndMarksFallOnPublishedWords() {
    var assessment = assess("Tél 06 39 98 12 34 \uD83C\uDF3A puis notre secrétariat répond");
    assertThat(EventJson.writeLine(assessment)).doesNotContain("39 98 12", "639981234");
    assertThat(assessment.contacts()).singleElement().matches(contact -> contact.value() == null);
    var span = assessment.signals().getFirst().spans().getFirst();
    assertThat(span.field()).isEqualTo(Span.Field.BODY);
    assertThat(assessment.body().substring(span.start(), span.end()))
        .isEqualTo("notre secrétariat");
  }

  @Test
  void anAdIsCountedForItsPhoneAndTheIdIsNoToken() {
    var one = assess("Tél 06 39 98 12 34");
    var same = assessor.assess(Ads.ad("2", "Appelez le 06.39.98.12.34 ou a@example.org"), rules, 1);
    var alone = assessor.assess(Ads.ad("3", "Sans numéro."), rules, 1);
    assertThat(one.links().advertiser()).isEqualTo(same.links().advertiser());
    assertThat(one.links().advertiser()).isNotEqualTo(alone.links().advertiser());
    assertThat(one.contacts().getFirst().token()).isNotEqualTo(one.links().advertiser());
  }

  @Test
  void onlyAnOperatorsOwnFileShowsContactsInClear() {
    var assessment =
        assessor.revealingContacts().assess(Ads.ad("1", "Tél 06 39 98 12 34"), rules, 1);
    assertThat(assessment.contacts().getFirst().value()).isEqualTo("+33639981234");
    assertThat(assessment.body()).doesNotContain("06 39 98 12 34");
  }
}
