package org.maraude.dashboard.statistics;

import java.time.LocalDate;

/**
 * A day on which a series took another level.
 *
 * @param at first day of the first period at the new level
 * @param earliest of the days that are as good, with the posterior probability of 95 %
 * @param latest of these
 * @param change of the level from the stretch before to the stretch after, given that there is one
 *     change here; -0.26 is a fall of 26 %
 * @param gain how many times over the better fit pays for one more stretch; at least 1
 */
public record ChangePoint(
    LocalDate at, LocalDate earliest, LocalDate latest, Interval change, double gain) {}
