/**
 * What reading an ad's contacts and facts costs.
 *
 * <p>{@link org.maraude.benchmarks.extract.ExtractBenchmark} prints a table.
 */
@NullMarked
package org.maraude.benchmarks.extract;

import org.jspecify.annotations.NullMarked;
