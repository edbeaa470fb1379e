package org.maraude.dashboard.rounds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as it is shown beside an ad.
 *
 * @param id by which its answer is noted
 * @param token of the contact that was tried
 * @param by a user's name; null where it was another team's, out of the reader's reach
 * @param answeredAt when the answer came, where it came later
 * @param open whether an answer can still be noted
 */
public record PastAttempt(
    UUID id,
    @Nullable UUID roundId,
    String token,
    Instant at,
    @Nullable String by,
    Channel channel,
    String language,
    AttemptOutcome outcome,
    Wish wish,
    List<Need> needs,
    List<Need> oriented,
    @Nullable Instant answeredAt) {

  public PastAttempt {
    needs = List.copyOf(needs);
    oriented = List.copyOf(oriented);
  }

  public boolean open() {
    return outcome == AttemptOutcome.NO_ANSWER;
  }
}
