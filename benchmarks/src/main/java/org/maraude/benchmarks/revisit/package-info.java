/**
 * What adaptive polling costs and brings: the real frontier against simulated sites, under a clock
 * that does not wait, beside a crawler that polls at a fixed interval.
 */
@NullMarked
package org.maraude.benchmarks.revisit;

import org.jspecify.annotations.NullMarked;
