/** Counts, intervals, hidden cells and drawings. */
@NullMarked
package org.maraude.dashboard.trends;

import org.jspecify.annotations.NullMarked;
