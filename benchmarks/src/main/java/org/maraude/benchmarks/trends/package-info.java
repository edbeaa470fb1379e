/** How fast the trends page answers over many rows, and whether its sums are the rows' sums. */
@NullMarked
package org.maraude.benchmarks.trends;

import org.jspecify.annotations.NullMarked;
