package org.maraude.analyzer.assess;

import java.util.ArrayList;
import java.util.List;
import org.maraude.analyzer.facts.ObservedFacts;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.analyzer.text.AdWords;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.SealedContact;
import org.maraude.events.assessment.Span;

/**
 * An ad's own assessment under other rules. Rules see the published text only, so what they say can
 * be found again when the raw one is gone. Pure.
 */
public final class Rejudged {

  private Rejudged() {}

  /**
   * @param own as {@link Assessor} made it, of any rules
   * @return the same of these rules; itself when it is of them already
   */
  public static Assessment of(Assessment own, RuleSet rules) {
    if (own.ruleset().equals(rules.stamp())) {
      return own;
    }
    var words = AdWords.of(own.title(), own.body());
    var facts = ObservedFacts.of(own.facts(), hiddenPhones(own.contacts()), words);
    var matches = rules.matches(words, facts);
    var doubt = AgeDoubt.in(own.facts()) || AgeDoubt.named(matches, words);
    var decision = Decision.of(matches, rules.scoring(), doubt);
    var why = new ArrayList<>(decision.why());
    own.why().stream().filter(LinkedAssessment::isCut).forEach(why::add);
    return new Assessment(
        own.adId(),
        own.siteId(),
        own.url(),
        own.revision(),
        own.observedAt(),
        own.postedAt(),
        own.category(),
        own.place(),
        rules.stamp(),
        own.language(),
        own.title(),
        own.body(),
        own.contacts(),
        own.facts(),
        decision.signals(),
        own.links(),
        decision.score(),
        decision.queue(),
        why);
  }

  private static List<List<Span>> hiddenPhones(List<SealedContact> contacts) {
    return contacts.stream()
        .filter(contact -> contact.kind() == ContactKind.PHONE && contact.obfuscated())
        .map(SealedContact::spans)
        .toList();
  }
}
