package org.maraude.dashboard.accounts.passkeys;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param label the name that its owner gave it
 * @param backedUp whether a service keeps copies of it, for all devices of the person
 */
public record Passkey(
    UUID id, String label, Instant createdAt, Instant lastUsedAt, boolean backedUp) {}
