package org.maraude.events.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Required;

/**
 * One observed sign, for or against, with its place.
 *
 * @param id the indicator's
 * @param rule the rule that fired
 * @param version of that rule
 * @param weight in log-odds; negative protects, zero is only counted
 * @param note what a reader should know about this hit, such as {@code disguise-undone}
 */
public record Signal(
    String id,
    String rule,
    int version,
    Group group,
    double weight,
    List<Span> spans,
    @Nullable String note) {

  /** Signs of one group go together, so their sum is capped. */
  public enum Group {
    TEXT,
    CONTACT,
    LINK,
    FACT
  }

  public Signal {
    Required.text(id, "id");
    Required.text(rule, "rule");
    Required.field(group, "group");
    spans = Required.list(spans);
  }
}
