package org.maraude.dashboard.rounds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round with its ads.
 *
 * @param departement from which it was made; null for all of the team's
 * @param language of its ads; null for all
 * @param by who planned it
 * @param workers names, one or two
 * @param attempts whether the reader may note attempts: a worker of it or a lead, from its day on
 * @param changes whether the reader may change it
 * @param ads in order; those that went since, or were decided otherwise, are left out
 */
public record Round(
    UUID id,
    LocalDate day,
    @Nullable String departement,
    @Nullable String language,
    String by,
    List<String> workers,
    boolean attempts,
    boolean changes,
    List<RoundAd> ads) {

  public Round {
    workers = List.copyOf(workers);
    ads = List.copyOf(ads);
  }

  /** How many ads have something noted in this round. */
  public int tried() {
    return (int) ads.stream().filter(ad -> ad.triedIn(id)).count();
  }

  /** The ad at a place. */
  public Optional<RoundAd> at(int place) {
    return ads.stream().filter(ad -> ad.place() == place).findFirst();
  }

  /**
   * The ad to look at next: the reader's own first that is free and was not tried here, then
   * anybody's.
   *
   * @param after a place; its own ad comes last
   */
  public Optional<RoundAd> next(int after, String reader) {
    var open = ads.stream().filter(ad -> ad.standing().free() && !ad.triedIn(id)).toList();
    return open.stream()
        .filter(ad -> ad.worker().equals(reader) && ad.place() > after)
        .findFirst()
        .or(() -> open.stream().filter(ad -> ad.worker().equals(reader)).findFirst())
        .or(() -> open.stream().filter(ad -> ad.place() > after).findFirst())
        .or(() -> open.stream().findFirst());
  }

  /** Whether something was noted on the ad in this round. */
  public boolean triedHere(RoundAd ad) {
    return ad.triedIn(id);
  }
}
