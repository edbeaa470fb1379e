package org.maraude.analyzer.rules;

import static org.maraude.events.assessment.Signal.Group.CONTACT;
import static org.maraude.events.assessment.Signal.Group.FACT;
import static org.maraude.events.assessment.Signal.Group.LINK;
import static org.maraude.events.assessment.Signal.Group.TEXT;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.maraude.events.assessment.Signal.Group;

/**
 * The signs that rules may speak of, with their evidence group and level. What is not here is not
 * scored; ethnicity and the quality of somebody's language never are (GDPR art. 9).
 */
public enum Indicator {
  AGE_BELOW_18(FACT, Level.LEGAL),
  YOUTH_WORDING(TEXT, Level.A),
  AGE_INCONSISTENT(LINK, Level.B),
  PHONE_OBSCURED(CONTACT, Level.A),
  REASSURANCE(TEXT, Level.A),
  SHARED_TEMPLATE(LINK, Level.B_PLUS),
  SHARED_CONTACT(LINK, Level.B),
  MANAGEMENT(TEXT, Level.B_PLUS),
  RECRUITMENT(TEXT, Level.B_PLUS),
  RECRUITMENT_LINK(LINK, Level.B_PLUS),
  MOVEMENT(LINK, Level.B),
  SEVERAL_PERSONS(TEXT, Level.B),
  THIRD_PERSON(TEXT, Level.B),
  NO_OUTSIDE(TEXT, Level.B),
  PRICE_LOW(FACT, Level.B),
  HIGH_RHYTHM(LINK, Level.B),
  SPAM(LINK, Level.PROTECTIVE),
  NEW_IN_TOWN(TEXT, Level.A_MINUS),
  STATED_LIMITS(TEXT, Level.PROTECTIVE),
  STATED_AGE_18_22(FACT, Level.A_MINUS);

  private static final Set<String> NEVER = Set.of("ethnicity", "nationality", "poor-french");

  private final Group group;
  private final Level level;

  Indicator(Group group, Level level) {
    this.group = group;
    this.level = level;
  }

  /** As rule files and assessments name it, such as {@code age-below-18}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Group group() {
    return group;
  }

  public Level level() {
    return level;
  }

  public static Optional<Indicator> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  static boolean isNeverScored(String id) {
    return NEVER.contains(id);
  }
}
