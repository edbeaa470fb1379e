/**
 * Plays who would like to know what a table hides: subtracts, and bounds each hidden cell by a
 * linear programme over all that was ever published of the quarter. The same finds out what must be
 * hidden beside the small counts.
 */
@NullMarked
package org.maraude.dashboard.exports.intruder;

import org.jspecify.annotations.NullMarked;
