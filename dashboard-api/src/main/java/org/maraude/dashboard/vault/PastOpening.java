package org.maraude.dashboard.vault;

import java.time.Instant;

/**
 * That a contact of an item was opened.
 *
 * @param by a user's name
 * @param words that the person added, may be empty
 */
public record PastOpening(Instant at, String by, Purpose purpose, String words) {}
