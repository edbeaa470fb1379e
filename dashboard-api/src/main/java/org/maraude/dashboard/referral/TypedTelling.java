package org.maraude.dashboard.referral;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.calendar.Paris;

/**
 * The form of a telling as it stands on the page.
 *
 * @param told date and time of {@link Paris#ZONE}, as the browser's field writes them: a form has
 *     no zone of its own, so all of them are meant as Paris, and say so
 * @param corrects the row whose form this is; null for a new one
 */
public record TypedTelling(
    @Nullable Route route, String told, String whom, String reference, @Nullable UUID corrects) {

  /** Before anything was typed. */
  public static TypedTelling empty(Instant now) {
    return new TypedTelling(null, asTyped(now), "", "", null);
  }

  /** The same hour, with nothing else typed. */
  public TypedTelling blank() {
    return new TypedTelling(null, told, "", "", null);
  }

  /** A time as the field shows it. */
  public String paris(Instant at) {
    return asTyped(at);
  }

  /** A number that makes the form count once, however often it is sent. */
  public UUID once() {
    return UUID.randomUUID();
  }

  private static String asTyped(Instant at) {
    return LocalDateTime.ofInstant(at, Paris.ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
