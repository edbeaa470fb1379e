package org.maraude.dashboard.rounds;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.ItemPage;

/**
 * An ad of a round.
 *
 * @param place in the round, from 1
 * @param language of its text
 * @param worker who looks at it
 * @param gone whether it is no longer on its site
 * @param contacts masked
 * @param standing whether it may be attempted now
 * @param earlier attempts under any of its contacts, by anybody, oldest first; those of this round
 *     too
 */
public record RoundAd(
    int place,
    UUID itemId,
    String adId,
    String siteId,
    @Nullable String departement,
    String language,
    String worker,
    boolean gone,
    List<ItemPage.MaskedContact> contacts,
    Standing standing,
    List<PastAttempt> earlier) {

  public RoundAd {
    contacts = List.copyOf(contacts);
    earlier = List.copyOf(earlier);
  }

  /** Whether something was noted on it in this round. */
  boolean triedIn(UUID round) {
    return earlier.stream().anyMatch(each -> round.equals(each.roundId()));
  }

  /** The contacts' masked forms by token, for what was tried. */
  public Map<String, String> masked() {
    return contacts.stream()
        .collect(
            Collectors.toMap(
                ItemPage.MaskedContact::token,
                ItemPage.MaskedContact::masked,
                (one, other) -> one));
  }
}
