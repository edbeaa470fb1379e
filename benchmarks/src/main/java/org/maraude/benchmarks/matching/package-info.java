/**
 * What it costs to match rules, an ad at a time on one core, by engine, number of rules and kind of
 * vocabulary. {@link org.maraude.benchmarks.matching.MatchingBenchmark} is the whole-program loop.
 */
@NullMarked
package org.maraude.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
