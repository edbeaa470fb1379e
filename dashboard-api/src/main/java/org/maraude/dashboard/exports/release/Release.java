package org.maraude.dashboard.exports.release;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.table.Grid;

/**
 * A release as people see it.
 *
 * @param quarter as {@code 2026-Q3}
 * @param epsilon as {@code 0.50}; null without noise
 * @param agreement empty for a public table
 * @param mine whether the reader asked for it
 * @param approvals of two that a table under agreement needs
 * @param approvedByMe whether the reader is one of them
 * @param stepsDone of {@link #STEPS}
 * @param failure a code; null unless it failed
 * @param file the package's name; null while there is none
 * @param fileUntil when the package is purged; null while there is none
 * @param sha256 of the package; null before it was made
 */
public record Release(
    UUID id,
    Kind kind,
    Grid grid,
    String quarter,
    @Nullable String epsilon,
    String agreement,
    String askedBy,
    Instant askedAt,
    boolean mine,
    State state,
    int approvals,
    boolean approvedByMe,
    int stepsDone,
    @Nullable String failure,
    @Nullable String file,
    @Nullable Instant fileUntil,
    @Nullable String sha256) {

  /** Counting, the table, the audit, the package. */
  public static final int STEPS = 4;

  /** How many people approve a table under agreement. */
  public static final int APPROVALS = 2;
}
