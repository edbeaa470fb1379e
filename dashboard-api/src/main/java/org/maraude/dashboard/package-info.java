/**
 * Review of flagged ads by people: {@link org.maraude.dashboard.Dashboard} starts it.
 *
 * <p>{@code sink} brings the streams into PostgreSQL, {@code review} holds the decisions as plain
 * functions, {@code queue} the lists, claims and item pages around them, {@code outbox} tells the
 * streams what was decided, {@code audit} keeps who did what, {@code accounts} and {@code security}
 * say who may, {@code api} is the same for scripts.
 */
@NullMarked
package org.maraude.dashboard;

import org.jspecify.annotations.NullMarked;
