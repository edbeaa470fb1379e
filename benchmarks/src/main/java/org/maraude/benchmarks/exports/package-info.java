/** How long a year of national tables for researchers takes. Real PostgreSQL, invented volumes. */
@NullMarked
package org.maraude.benchmarks.exports;

import org.jspecify.annotations.NullMarked;
