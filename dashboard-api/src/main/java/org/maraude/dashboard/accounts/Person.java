package org.maraude.dashboard.accounts;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts: a user, or a script that came with a user's token and so with one role.
 *
 * @param name as used to log in
 */
public record Person(UUID id, String name, Set<Role> roles) implements Serializable {

  public Person {
    roles = Set.copyOf(roles);
  }

  /** What this person may do: the sum over the roles. */
  public Set<Permission> permissions() {
    var all = EnumSet.noneOf(Permission.class);
    for (Role role : roles) {
      all.addAll(role.permissions());
    }
    return all;
  }

  public boolean may(Permission permission) {
    return permissions().contains(permission);
  }
}
