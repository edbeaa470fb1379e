/**
 * Many reviewers at once on a large database: how long they wait, and what a kill in the middle of
 * their work leaves behind. Real PostgreSQL, real HTTP on loopback, invented ads.
 */
@NullMarked
package org.maraude.benchmarks.console;

import org.jspecify.annotations.NullMarked;
