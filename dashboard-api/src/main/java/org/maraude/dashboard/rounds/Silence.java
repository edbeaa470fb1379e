package org.maraude.dashboard.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The rule of silence. One first message; then two weeks' silence; two in all without an answer;
 * never a contact on the register. An answer begins anew, and who asked to be contacted again is
 * owed no silence. What counts are the attempts under any contact of the ad, by whomever. The
 * database holds the same rule ({@code contact_block}).
 */
public final class Silence {

  /** How long nobody writes after an attempt. */
  public static final Duration LENGTH = Duration.ofDays(14);

  /** How many attempts without an answer end it. */
  public static final int UNANSWERED = 2;

  private Silence() {}

  /** As much of an attempt as the rule asks for. */
  public record Tried(Instant at, AttemptOutcome outcome, Wish wish) {

    boolean answered() {
      return outcome == AttemptOutcome.ANSWERED;
    }
  }

  /**
   * Whether an ad may be attempted.
   *
   * @param onRegister whether any contact of the ad is
   * @param tried under any contact of the ad, in any order
   * @param moment of the attempt that is asked for
   */
  public static Standing of(boolean onRegister, List<Tried> tried, Instant moment) {
    if (onRegister) {
      return Standing.of(Standing.Why.REGISTER);
    }
    var latest = tried.stream().max(Comparator.comparing(Tried::at));
    if (latest.isEmpty() || latest.get().answered() && latest.get().wish().invites()) {
      return Standing.FREE;
    }
    var lastAnswer =
        tried.stream()
            .filter(Tried::answered)
            .map(Tried::at)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    long unanswered =
        tried.stream().filter(each -> !each.answered() && each.at().isAfter(lastAnswer)).count();
    if (unanswered >= UNANSWERED) {
      return Standing.of(Standing.Why.TWO_UNANSWERED);
    }
    var end = latest.get().at().plus(LENGTH);
    return moment.isBefore(end) ? new Standing(Standing.Why.SILENCE, end) : Standing.FREE;
  }
}
