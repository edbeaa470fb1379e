package org.maraude.dashboard.prevention;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * Where a post stood on a day: totals as the platform shows them.
 *
 * @param day in Paris
 */
@Schema(name = "PostStanding")
public record Standing(LocalDate day, Counts counts) {}
