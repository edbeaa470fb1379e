package org.maraude.dashboard.accounts;

/**
 * Which items exist for a person: those of their team's departements, and those of none. Every
 * query that finds items for somebody has this condition, and none says it in words of its own; the
 * database decides it ({@code within_reach}), so that a change of teams counts at once.
 */
public final class Reach {

  private Reach() {}

  /**
   * The condition in SQL.
   *
   * @param items the alias of the table {@code items}
   * @param person the placeholder of the person's id, {@code ?} or a name with its colon
   */
  public static String of(String items, String person) {
    return "within_reach(%s.departement, (select reach_of(%s)))".formatted(items, person);
  }
}
