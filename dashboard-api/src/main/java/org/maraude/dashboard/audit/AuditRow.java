package org.maraude.dashboard.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit, without personal data.
 *
 * @param actor a user's id; null for what the program did
 * @param subject an item's id, or empty
 * @param reason codes, or empty
 */
public record AuditRow(
    long seq, Instant at, @Nullable UUID actor, Deed action, String subject, String reason) {}
