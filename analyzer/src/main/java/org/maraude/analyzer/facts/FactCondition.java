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
  THIRD_PERSON;

  /** The name in rule files, such as {@code age-below-18}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FactCondition> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
