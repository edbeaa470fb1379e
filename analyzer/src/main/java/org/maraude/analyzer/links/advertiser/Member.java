package org.maraude.analyzer.links.advertiser;

import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.profile.FirstSeen;

/**
 * A member of an advertiser's group, in a forest.
 *
 * @param parent null for the root of a group
 * @param first of the member or, for a root, of its group
 * @param named for a root: the member with the first ad, after which the group is named
 * @param size for a root: how many members the group has had
 * @param children how many members hang on it
 * @param ads how many ads count for it
 * @param shown whether it is a contact that ads show
 */
public record Member(
    @Nullable String parent,
    FirstSeen first,
    String named,
    int size,
    int children,
    int ads,
    boolean shown) {

  static Member alone(String name, FirstSeen first) {
    return new Member(null, first, name, 1, 0, 0, false);
  }

  Member under(String root) {
    return new Member(root, first, named, size, children, ads, shown);
  }

  Member since(FirstSeen earlier) {
    return new Member(parent, earlier, named, size, children, ads, shown);
  }

  /** The root of a group. */
  Member as(FirstSeen begin, String name, int members) {
    return new Member(null, begin, name, members, children, ads, shown);
  }

  Member withChildren(int more) {
    return new Member(parent, first, named, size, children + more, ads, shown);
  }

  Member withAds(int more) {
    return new Member(parent, first, named, size, children, ads + more, shown);
  }

  Member withShown(boolean isShown) {
    return new Member(parent, first, named, size, children, ads, isShown);
  }

  boolean isUnused() {
    return children == 0 && ads == 0 && !shown;
  }
}
