package org.maraude.dashboard.following;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that was written about one person, for the person themselves; it names no worker. */
public record CaseFile(
    Agreement agreement,
    LocalDate agreedOn,
    @Nullable LocalDate nextOn,
    LocalDate lastContactOn,
    @Nullable LocalDate closedOn,
    @Nullable Closing closing,
    Parts.Everyday everyday,
    Set<Need> needs,
    String situation,
    @Nullable String health,
    List<Line> lines) {

  /** Something that happened. */
  public record Line(LineKind kind, Instant at, String text) {}
}
