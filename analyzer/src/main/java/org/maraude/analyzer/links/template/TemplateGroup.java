package org.maraude.analyzer.links.template;

import org.maraude.analyzer.links.profile.FirstSeen;
import org.maraude.analyzer.links.profile.Profile;

/**
 * Texts that are alike.
 *
 * @param first the first ad of the group, after which it is named; stays when that ad is forgotten
 */
public record TemplateGroup(FirstSeen first, Profile ads) {

  /** The group's stable id. */
  public String id() {
    return first.adId();
  }

  TemplateGroup with(Profile changed) {
    return new TemplateGroup(first, changed);
  }
}
