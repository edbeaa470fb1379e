package org.maraude.dashboard.rounds.templates;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a text.
 *
 * @param language a two-letter code
 * @param by who wrote it; null for what was shipped
 * @param approvedBy null while nobody has
 */
public record MessageTemplate(
    Kind kind,
    String language,
    int version,
    String words,
    @Nullable String by,
    @Nullable Instant at,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt) {

  /** For which message. Names stay as they are: rows hold them. */
  public enum Kind {
    FIRST,
    SECOND
  }

  public boolean approved() {
    return approvedAt != null;
  }

  /** What keeps it from being approved. */
  public List<TemplateCheck.Fault> faults() {
    return TemplateCheck.faults(words);
  }
}
