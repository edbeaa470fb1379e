package org.maraude.events.rules;

import java.time.Instant;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * One file of the active rule set, keyed by {@link #part}. A reader assesses nothing before it
 * holds all {@link #parts} of one {@link #ruleset}.
 *
 * @param ruleset the stamp of the whole set, a hash of its files
 * @param part the file's name
 * @param parts how many parts this set has
 * @param yaml the file's text
 */
public record RuleSetPart(String ruleset, String part, int parts, String yaml, Instant at)
    implements Event {

  public RuleSetPart {
    Required.text(ruleset, "ruleset");
    Required.text(part, "part");
    Required.field(yaml, "yaml");
    Required.field(at, "at");
  }
}
