package org.maraude.analyzer.facts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maraude.analyzer.masking.MaskedAd;
import org.maraude.analyzer.masking.MaskedContact;
import org.maraude.analyzer.text.AdWords;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Span;

/**
 * Which conditions hold for an ad, and where. A condition that rests on a field the site sets apart
 * holds without a place. Immutable.
 *
 * @param holding spans of the published text
 */
public record ObservedFacts(Map<FactCondition, List<Span>> holding) {

  /** None holds. */
  public static final ObservedFacts NONE = new ObservedFacts(Map.of());

  private static final int ADULT_AGE = 18;
  private static final int YOUNG_ADULT_UNTIL = 22;

  public ObservedFacts {
    holding = Map.copyOf(holding);
  }

  /**
   * Reads them from an ad.
   *
   * @param words of the published title and body
   */
  public static ObservedFacts of(MaskedAd ad, AdWords words) {
    var hidden =
        ad.contacts().stream()
            .filter(contact -> contact.found().kind() == ContactKind.PHONE)
            .filter(contact -> contact.found().obfuscated())
            .map(MaskedContact::spans)
            .toList();
    return of(ad.facts(), hidden, words);
  }

  /**
   * The same from what is published of an ad.
   *
   * @param hiddenPhones where each phone stands that a plain reading misses
   */
  public static ObservedFacts of(Facts facts, List<List<Span>> hiddenPhones, AdWords words) {
    var holding = new EnumMap<FactCondition, List<Span>>(FactCondition.class);
    ages(facts, holding);
    if (!hiddenPhones.isEmpty()) {
      holding.put(
          FactCondition.PHONE_OBSCURED, hiddenPhones.stream().flatMap(List::stream).toList());
    }
    var speakers = Speakers.of(words);
    if (speakers.areOthers()) {
      holding.put(FactCondition.THIRD_PERSON, speakers.others());
    }
    return new ObservedFacts(holding);
  }

  private static void ages(Facts facts, Map<FactCondition, List<Span>> holding) {
    int lowest = facts.ages().stream().mapToInt(Facts.Age::value).min().orElse(Integer.MAX_VALUE);
    if (AgesApart.in(facts.ages())) {
      holding.put(FactCondition.AGE_INCONSISTENT, spans(facts, 0, Integer.MAX_VALUE));
    }
    if (lowest < ADULT_AGE) {
      holding.put(FactCondition.AGE_BELOW_18, spans(facts, 0, ADULT_AGE - 1));
    } else if (lowest <= YOUNG_ADULT_UNTIL) {
      holding.put(FactCondition.STATED_AGE_18_22, spans(facts, ADULT_AGE, YOUNG_ADULT_UNTIL));
    }
  }

  private static List<Span> spans(Facts facts, int from, int to) {
    return facts.ages().stream()
        .filter(age -> age.value() >= from && age.value() <= to)
        .filter(age -> age.end() > age.start())
        .map(age -> new Span(age.field(), age.start(), age.end()))
        .toList();
  }
}
