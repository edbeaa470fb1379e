package org.maraude.analyzer.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A condition that a rule may name as {@code fact:}. */
public enum FactCondition {
  /** An age under 18 is stated. */
  AGE_BELOW_18,
  /** The lowest stated age is 18 to 22. */
  STATED_AGE_18_22,
  /** Two stated ages lie apart while the lower leaves adulthood open; see {@link AgesApart}. */
  AGE_INCONSISTENT,
  /** A phone is written so that a plain reading fails and a decoder succeeds. */
  PHONE_OBSCURED,
  /** The text says she or we, at least twice, and never I. */
  THIRD_PERSON,
  /** One contact under at least three names. */
  SHARED_CONTACT,
  /** One text under several contacts, with several names or at least three contacts. */
  SHARED_TEMPLATE,
  /** A contact or text that others share, in many departments within days. */
  MOVEMENT,
  /** The ages stated by ads of one contact or text lie apart. */
  LINKED_AGES_APART,
  /** The same contact stands under a job offer and under an ad that is none. */
  RECRUITMENT_LINK,
  /** A contact or text that others share, with new ads round the clock. */
  HIGH_RHYTHM,
  /** One name in more places within days than anybody can be in. */
  LOOKS_LIKE_SPAM;

  /** Whether it shows over several ads only; it never holds for one ad by itself. */
  public boolean isLinked() {
    return compareTo(SHARED_CONTACT) >= 0;
  }

  /** The name in rule files, such as {@code age-below-18}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FactCondition> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
