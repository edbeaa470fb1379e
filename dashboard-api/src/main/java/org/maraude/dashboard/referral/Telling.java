package org.maraude.dashboard.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was told.
 *
 * @param whom the service, or the function of who answered
 * @param reference what they gave back, may be empty
 * @param by the name of the user who noted it
 * @param corrects the row that this one sets right; null when none
 * @param corrected whether a later row sets this one right
 */
public record Telling(
    UUID id,
    Route route,
    Instant toldAt,
    String whom,
    String reference,
    String by,
    Instant notedAt,
    @Nullable UUID corrects,
    boolean corrected) {

  private static final int LONGEST = 200;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final Duration OLDEST = Duration.ofDays(365);

  /**
   * What is to be noted.
   *
   * @param corrects the row that it sets right; null when none
   */
  public record Note(
      Route route, Instant toldAt, String whom, String reference, @Nullable UUID corrects) {

    /**
     * As it was sent.
     *
     * @throws InvalidReferralException with what is missing
     */
    public static Note of(
        @Nullable Route route,
        @Nullable Instant toldAt,
        @Nullable String whom,
        @Nullable String reference,
        @Nullable UUID corrects,
        Clock clock) {
      if (route == null) {
        throw InvalidReferralException.lacks("route-missing", "the field 'route' is missing");
      }
      if (toldAt == null) {
        throw InvalidReferralException.lacks("told-at-missing", "the field 'toldAt' is missing");
      }
      var now = clock.instant();
      boolean cannotBe =
          toldAt.isAfter(now.plus(CLOCKS_DIFFER)) || toldAt.isBefore(now.minus(OLDEST));
      if (cannotBe) {
        throw InvalidReferralException.lacks(
            "told-at-not-past", "'toldAt' is in the future, or more than a year ago");
      }
      var told = whom == null ? "" : whom.strip();
      var given = reference == null ? "" : reference.strip();
      if (told.isEmpty()) {
        throw InvalidReferralException.lacks("whom-missing", "the field 'whom' is missing");
      }
      if (told.length() > LONGEST || given.length() > LONGEST) {
        throw InvalidReferralException.lacks(
            "words-too-long", "'whom' and 'reference' have 200 characters at most");
      }
      return new Note(route, toldAt, told, given, corrects);
    }
  }
}
