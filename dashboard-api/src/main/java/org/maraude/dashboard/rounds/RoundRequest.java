package org.maraude.dashboard.rounds;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What a lead plans.
 *
 * @param day on which it is made, in France
 * @param workers names of one or two of the team
 */
public record RoundRequest(LocalDate day, List<String> workers, RoundFilter filter) {

  private static final int PAIR = 2;

  /**
   * @throws RoundException when there are no workers or too many
   */
  public RoundRequest {
    workers = named(workers);
    if (workers.isEmpty() || workers.size() > PAIR) {
      throw RoundException.unfit("round-workers", "a round is made by one person or a pair");
    }
  }

  private static List<String> named(Collection<String> names) {
    return names.stream().map(String::strip).filter(n -> !n.isEmpty()).distinct().toList();
  }

  /** For telling another request under the same key. */
  String asked() {
    return day + " " + workers + " " + filter;
  }
}
