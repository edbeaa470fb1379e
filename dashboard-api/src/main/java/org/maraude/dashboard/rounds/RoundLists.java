package org.maraude.dashboard.rounds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A team's rounds as a page shows them.
 *
 * @param mine today's of the reader
 * @param today today's of others
 * @param coming the next first
 * @param past the latest first
 */
public record RoundLists(
    List<RoundLine> mine, List<RoundLine> today, List<RoundLine> coming, List<RoundLine> past) {

  static RoundLists of(List<RoundLine> all, LocalDate today) {
    return new RoundLists(
        all.stream().filter(round -> round.day().equals(today) && round.mine()).toList(),
        all.stream().filter(round -> round.day().equals(today) && !round.mine()).toList(),
        all.stream()
            .filter(round -> round.day().isAfter(today))
            .sorted(Comparator.comparing(RoundLine::day))
            .toList(),
        all.stream().filter(round -> round.day().isBefore(today)).toList());
  }

  public boolean empty() {
    return mine.isEmpty() && today.isEmpty() && coming.isEmpty() && past.isEmpty();
  }
}
