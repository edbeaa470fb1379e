package org.maraude.analyzer.links.template;

import org.maraude.analyzer.links.profile.FirstSeen;
import org.maraude.analyzer.links.profile.Profile;

/**
 * Texts that are alike.
 *
 * @param first the first ad of the group, after which it is named; stays when that ad is forgotten
 * @param size how many texts it has had
 */
public record TemplateGroup(FirstSeen first, int size, Profile ads) {

  static TemplateGroup begin(FirstSeen first) {
    return new TemplateGroup(first, 1, Profile.NONE);
  }

  /** The group's stable id. */
  public String id() {
    return first.adId();
  }

  TemplateGroup with(Profile changed) {
    return new TemplateGroup(first, size, changed);
  }

  TemplateGroup since(FirstSeen earlier) {
    return new TemplateGroup(earlier, size, ads);
  }

  /** Both, which turned out to be one. */
  TemplateGroup and(TemplateGroup other) {
    var earliest = other.first.isBefore(first) ? other.first : first;
    return new TemplateGroup(earliest, size + other.size, ads.and(other.ads));
  }
}
