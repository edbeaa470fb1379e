/**
 * The whole program, killed at random moments: the same ads must come out as from an undisturbed
 * run, each once.
 */
@NullMarked
package org.maraude.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
