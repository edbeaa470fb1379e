package org.maraude.dashboard.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as the table has it, whatever somebody may have made of it. */
record Line(
    long seq, Instant at, @Nullable UUID actor, String action, String subject, String reason) {}
