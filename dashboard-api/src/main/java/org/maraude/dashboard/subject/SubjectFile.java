package org.maraude.dashboard.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.following.CaseFile;

/**
 * All that is kept under one contact, for the person themselves. It names nobody of the
 * association, and no contact of others that stand in the same ad.
 *
 * @param contact masked
 * @param registeredAt since when nobody contacts them any more; null when they are not
 */
public record SubjectFile(
    Instant madeAt,
    String contact,
    @Nullable Instant registeredAt,
    List<Ad> ads,
    List<Opening> openings,
    List<Attempt> attempts,
    List<CaseFile> cases) {

  /**
   * An ad that names the contact and was put before people.
   *
   * @param title with contacts masked, as it is kept
   * @param body with contacts masked, as it is kept
   * @param signs what the machine pointed out, by indicator
   * @param why the reasons of the machine for the queue
   */
  public record Ad(
      String adId,
      String site,
      @Nullable String url,
      String queue,
      String status,
      Instant flaggedAt,
      String title,
      String body,
      List<String> signs,
      List<String> why,
      List<Decision> decisions) {}

  /** What people decided. */
  public record Decision(
      Instant at, String outcome, List<String> reasons, String note, @Nullable Instant takenBack) {}

  /** When the contact was opened, and for what. */
  public record Opening(Instant at, String purpose, String words) {}

  /** When somebody tried to reach them, and what they wished. */
  public record Attempt(
      Instant at,
      String channel,
      String language,
      String outcome,
      String wish,
      List<String> needs,
      List<String> oriented) {}

  /** How many things are in it. */
  public int size() {
    return ads.size() + openings.size() + attempts.size() + cases.size();
  }
}
