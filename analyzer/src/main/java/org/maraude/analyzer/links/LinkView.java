package org.maraude.analyzer.links;

import java.util.Set;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.events.assessment.Links;

/**
 * What the links say of one ad at one time.
 *
 * @param facts the conditions that hold, all of them linked ones
 * @param commonContact whether a contact of it stands in more ads than are counted
 * @param commonText whether its text does
 */
public record LinkView(
    Links links, Set<FactCondition> facts, boolean commonContact, boolean commonText) {

  public static final LinkView NONE = new LinkView(Links.NONE, Set.of(), false, false);

  public LinkView {
    facts = Set.copyOf(facts);
  }
}
