package org.maraude.analyzer.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.Ads;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.analyzer.links.LinkView;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.ContactTokens;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;

class LinkedAssessmentTest {

  private static final AdReader READER = AdReader.create();
  private static final RuleSet RULES = RuleSet.load(RuleFiles.builtIn(), READER);
  private static final Links LINKS = new Links("group", 7, 3, 2, "demo:1", 5, 3);

  @AfterAll
  static void close() {
    RULES.close();
  }

  private static Assessment own(String body) {
    return Assessor.withoutSeals(READER, ContactTokens.withKey(new byte[32]))
        .assess(Ads.ad("1", body), RULES, 1);
  }

  private static LinkView view(FactCondition... facts) {
    return new LinkView(LINKS, Set.of(facts), false, false);
  }

  @Test
  void anAdThatNothingLinksToIsAssessedAsByItself() {
    for (var text :
        new String[] {
          "Bonjour, j'ai 16 ans.",
          "mot ".repeat(30_000),
          "Je viens d'avoir 18 ans.",
          "Sérieuse et fiable, notre équipe."
        }) {
      var own = own(text);
      var linked = LinkedAssessment.of(own, LinkView.NONE, RULES);
      assertThat(linked.queue()).isEqualTo(own.queue());
      assertThat(linked.score()).isEqualTo(own.score());
      assertThat(linked.why()).isEqualTo(own.why());
      assertThat(linked.signals()).isEqualTo(own.signals());
    }
  }

  @Test
  void linksAreTheSecondGroupThatManagementWordingLacks() {
    var own = own("Annonce sérieuse, notre équipe répond, prenez rendez-vous avec le secrétariat.");
    var view = view(FactCondition.SHARED_CONTACT, FactCondition.SHARED_TEMPLATE);
    var after = LinkedAssessment.of(own, view, RULES);
    assertThat(own.queue()).isEqualTo(Queue.NONE);
    assertThat(after.queue()).isEqualTo(Queue.ADULT);
    assertThat(after.links()).isEqualTo(LINKS);
    assertThat(LinkedAssessment.differs(own, after)).isTrue();
    var published = LinkedAssessment.instead(own, after);
    assertThat(published.revision()).isEqualTo(2);
    assertThat(published.why())
        .endsWith("changed:NONE>ADULT", "changed:shared-contact", "changed:shared-template");
  }

  @Test
  void linksAloneAreOneGroupAndPutNobodyBeforeAPerson() {
    var after = LinkedAssessment.of(own("Bonjour, je reçois."), view(allButSpam()), RULES);
    assertThat(after.queue()).isEqualTo(Queue.NONE);
    assertThat(after.why()).contains("missing:second-group");
    assertThat(after.signals()).hasSize(6).allMatch(each -> each.group() == Signal.Group.LINK);
  }

  private static FactCondition[] allButSpam() {
    return Set.of(FactCondition.values()).stream()
        .filter(fact -> fact.isLinked() && fact != FactCondition.LOOKS_LIKE_SPAM)
        .toArray(FactCondition[]::new);
  }

  @Test
  void agesApartOverSeveralAdsOpenTheMinorPathWithYouthWordingOnly() {
    var view = view(FactCondition.LINKED_AGES_APART);
    assertThat(LinkedAssessment.of(own("J'ai 20 ans et je reçois."), view, RULES).queue())
        .isEqualTo(Queue.NONE);
    var youth = own("Je suis très jeune, je reçois.");
    assertThat(youth.queue()).isEqualTo(Queue.NONE);
    assertThat(LinkedAssessment.of(youth, view, RULES).queue()).isEqualTo(Queue.MINOR);
  }

  @Test
  void spamVotesAgainstAndTheReaderIsToldWhatIsCommon() {
    var after =
        LinkedAssessment.of(
            own("Bonjour."),
            new LinkView(LINKS, Set.of(FactCondition.LOOKS_LIKE_SPAM), true, true),
            RULES);
    assertThat(after.score()).isEqualTo(-0.3);
    assertThat(after.why()).contains("protective:spam", "common:contact", "common:text");
  }
}
