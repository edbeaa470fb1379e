package org.maraude.dashboard.rounds;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round in a list.
 *
 * @param departement from which it was made; null for all of the team's
 * @param language of its ads; null for all
 * @param workers names, one or two
 * @param ads how many it holds
 * @param tried on how many of them something was noted
 * @param mine whether the reader is one of the workers
 */
public record RoundLine(
    UUID id,
    LocalDate day,
    @Nullable String departement,
    @Nullable String language,
    List<String> workers,
    int ads,
    int tried,
    boolean mine) {

  public RoundLine {
    workers = List.copyOf(workers);
  }
}
