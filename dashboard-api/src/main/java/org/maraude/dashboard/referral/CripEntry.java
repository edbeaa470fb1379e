package org.maraude.dashboard.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the CRIP of a department is reached.
 *
 * @param departement the official code
 * @param version 1 for what was shipped, one more for each edit
 * @param telephone as it is dialled, may be empty
 * @param verified whether a person has looked that it is right
 * @param by the name of who edited it; null for what was shipped
 * @param at when; null for what was shipped
 */
public record CripEntry(
    String departement,
    int version,
    String name,
    String telephone,
    String email,
    String hours,
    boolean verified,
    @Nullable String by,
    @Nullable Instant at) {

  private static final int LONGEST = 200;
  private static final int LONGEST_NUMBER = 40;

  /** Whether there is a way to reach it. */
  public boolean reachable() {
    return !telephone.isEmpty() || !email.isEmpty();
  }

  /**
   * What somebody writes.
   *
   * @param version the one that was read
   */
  public record Edit(
      int version, String name, String telephone, String email, String hours, boolean verified) {

    /**
     * @throws InvalidReferralException with what is missing
     */
    public Edit {
      name = name.strip();
      telephone = telephone.strip();
      email = email.strip();
      hours = hours.strip();
      if (name.isEmpty()) {
        throw InvalidReferralException.lacks("crip-name-missing", "the field 'name' is missing");
      }
      boolean tooLong =
          name.length() > LONGEST
              || telephone.length() > LONGEST_NUMBER
              || email.length() > LONGEST
              || hours.length() > LONGEST;
      if (tooLong) {
        throw InvalidReferralException.lacks(
            "words-too-long", "a number has 40 characters at most, other fields 200");
      }
      if (!telephone.matches("[0-9 +().-]*")) {
        throw InvalidReferralException.lacks(
            "crip-telephone", "a number has digits, spaces and + ( ) . - only");
      }
      if (verified && telephone.isEmpty() && email.isEmpty()) {
        throw InvalidReferralException.lacks(
            "crip-unreachable", "what is verified has a number or an address");
      }
    }
  }
}
