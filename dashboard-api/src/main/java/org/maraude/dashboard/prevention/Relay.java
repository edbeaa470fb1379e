package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a partner passed a post on.
 *
 * @param name of the partner
 * @param day in Paris
 * @param link to it, may be empty
 */
public record Relay(UUID partner, String name, UUID post, LocalDate day, String link) {}
