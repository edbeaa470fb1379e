/**
 * Rounds in numbers: how many ads, attempts, answers, wishes and orientations in each month and
 * departement. Small counts are hidden, with what would give them away. There is no count of a
 * person, neither of who makes rounds nor of who is contacted.
 */
@NullMarked
package org.maraude.dashboard.rounds.report;

import org.jspecify.annotations.NullMarked;
