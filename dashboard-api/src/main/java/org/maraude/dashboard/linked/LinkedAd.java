package org.maraude.dashboard.linked;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;

/**
 * Another item that shares something.
 *
 * @param seen when its ad was read
 * @param place as written
 * @param aliases names in it
 * @param title masked
 * @param body masked
 * @param outcome null while it is not decided: opinions that must stay blind are in none of these
 */
public record LinkedAd(
    UUID id,
    String adId,
    QueueKind queue,
    Instant seen,
    @Nullable String departement,
    String place,
    List<String> aliases,
    String title,
    String body,
    boolean sameContact,
    boolean sameTemplate,
    @Nullable Outcome outcome,
    @Nullable Instant decidedAt) {

  public LinkedAd {
    aliases = List.copyOf(aliases);
  }
}
