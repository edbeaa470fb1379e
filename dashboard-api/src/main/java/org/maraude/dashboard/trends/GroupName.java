package org.maraude.dashboard.trends;

import org.maraude.dashboard.pages.Speech;
import org.maraude.places.Region;
import org.maraude.places.Regions;

/** What a group of a split is called. */
public final class GroupName {

  private GroupName() {}

  /**
   * A department or region by its official name, a site or category by its own.
   *
   * @param group as the counts have it; {@code ?} where the ads do not say
   */
  public static String of(String group, Split split, Speech say) {
    if (split == Split.NONE) {
      return say.text("trends.total");
    }
    if (group.equals("?")) {
      return say.text("trends.unknown");
    }
    return switch (split) {
      case NONE, SITE, CATEGORY -> group;
      case DEPARTEMENT -> say.departement(group);
      case REGION -> Regions.of(group).map(Region::name).orElse(group);
    };
  }
}
