package org.maraude.events.review;

import java.time.Instant;
import java.util.List;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * What a person decided about one flagged ad, keyed by ad id. No name, no free text.
 *
 * @param id of the telling, so that a reader drops repeats
 * @param revision of the assessment that was read
 * @param rules the rules that had spoken, with their versions
 */
public record ReviewDecided(
    String id, String adId, int revision, Outcome outcome, List<RuleRef> rules, Instant decidedAt)
    implements Event {

  /** What people may decide. */
  public enum Outcome {
    CONTACT_IN_ROUND,
    REFER,
    NO_CONCERN,
    DUPLICATE,
    CANNOT_SAY,
    /** An earlier decision was taken back. */
    REVERSED
  }

  /** A rule in one version. */
  public record RuleRef(String rule, int version) {}

  public ReviewDecided {
    Required.text(id, "id");
    Required.text(adId, "adId");
    Required.field(outcome, "outcome");
    rules = Required.list(rules);
    Required.field(decidedAt, "decidedAt");
  }
}
