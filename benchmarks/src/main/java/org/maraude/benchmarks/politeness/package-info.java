/**
 * Several crawlers killed, stopped and started at random moments before hosts that watch the clock:
 * no gap may be shorter than asked, nothing may be lost or published twice.
 */
@NullMarked
package org.maraude.benchmarks.politeness;

import org.jspecify.annotations.NullMarked;
