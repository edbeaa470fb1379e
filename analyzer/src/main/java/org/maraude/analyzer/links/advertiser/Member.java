package org.maraude.analyzer.links.advertiser;

import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.profile.FirstSeen;

/**
 * A member of an advertiser's group, in a forest.
 *
 * @param parent null for the root of a group
 * @param first of the member or, for a root, of its group
 * @param named for a root: the member with the first ad, after which the group is named
 * @param size for a root: how many members the group has
 */
public record Member(@Nullable String parent, FirstSeen first, String named, int size) {

  static Member alone(String name, FirstSeen first) {
    return new Member(null, first, name, 1);
  }

  Member under(String root) {
    return new Member(root, first, named, size);
  }
}
