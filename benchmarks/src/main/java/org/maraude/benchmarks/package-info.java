/**
 * Measurements and long runs: what a test must not do because it takes minutes or depends on the
 * machine.
 */
@NullMarked
package org.maraude.benchmarks;

import org.jspecify.annotations.NullMarked;
