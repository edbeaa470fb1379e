/** How fast ads are linked, and how much is remembered of each. */
@NullMarked
package org.maraude.benchmarks.links;

import org.jspecify.annotations.NullMarked;
