package org.maraude.dashboard.prevention;

import java.time.LocalDate;

/**
 * Where a post stood on a day: totals as the platform shows them.
 *
 * @param day in Paris
 */
public record Standing(LocalDate day, Counts counts) {}
