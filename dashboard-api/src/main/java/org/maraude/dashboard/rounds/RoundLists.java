package org.maraude.dashboard.rounds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team's rounds as a page shows them.
 *
 * @param mine today's of the reader
 * @param today today's of others
 * @param coming the next first
 * @param past the latest first, one page of them
 * @param newer the page of the past before this one; null on the first
 * @param older the page after it; null on the last
 */
public record RoundLists(
    List<RoundLine> mine,
    List<RoundLine> today,
    List<RoundLine> coming,
    List<RoundLine> past,
    @Nullable Integer newer,
    @Nullable Integer older) {

  /**
   * Sets rounds apart.
   *
   * @param now today's and those to come
   * @param past of the page, and one more where there is a next page
   * @param page how many pages of the past are skipped
   */
  static RoundLists of(
      List<RoundLine> now, List<RoundLine> past, LocalDate today, int page, int length) {
    return new RoundLists(
        now.stream().filter(round -> round.day().equals(today) && round.mine()).toList(),
        now.stream().filter(round -> round.day().equals(today) && !round.mine()).toList(),
        now.stream()
            .filter(round -> round.day().isAfter(today))
            .sorted(Comparator.comparing(RoundLine::day))
            .toList(),
        past.stream().limit(length).toList(),
        page == 0 ? null : page - 1,
        past.size() > length ? page + 1 : null);
  }

  public boolean empty() {
    return mine.isEmpty() && today.isEmpty() && coming.isEmpty() && past.isEmpty() && newer == null;
  }
}
