package org.maraude.dashboard.statistics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What happened to a series at a date.
 *
 * @param start first day of the first whole period from the date on
 * @param level the step at the start against what the trend before led to expect; -0.26 is a fall
 *     of 26 %
 * @param slope by how much the growth a week changed, as a ratio less one; empty where too few
 *     periods follow
 * @param before periods that stand for the time before
 * @param after periods that stand for the time after
 * @param season whether a season of a year was taken out
 * @param autocorrelated whether neighbouring periods resemble each other beyond the model; the
 *     intervals allow for it
 */
public record Interruption(
    LocalDate start,
    Interval level,
    Optional<Interval> slope,
    int before,
    int after,
    boolean season,
    boolean autocorrelated) {}
