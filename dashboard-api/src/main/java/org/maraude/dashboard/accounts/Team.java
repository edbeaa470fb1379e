package org.maraude.dashboard.accounts;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A delegation of the association.
 *
 * @param departements official codes; none stands for all
 * @param members names of people and scripts, in order
 */
public record Team(UUID id, String name, SortedSet<String> departements, List<String> members) {

  /** The team of everybody who was put in no other. */
  public static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");

  public Team {
    departements = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(departements));
    members = List.copyOf(members);
  }

  /** Whether it reaches every departement. */
  public boolean everywhere() {
    return departements.isEmpty();
  }

  /** Whether it can be dissolved: nobody is in it, and it is not where new accounts begin. */
  public boolean dissoluble() {
    return members.isEmpty() && !id.equals(FIRST);
  }
}
