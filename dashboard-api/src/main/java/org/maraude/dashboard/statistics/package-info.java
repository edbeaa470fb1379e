/**
 * Statistics of counts over time, for whoever has to say what changed, by how much and how sure.
 * Plain functions over numbers: no database, no web, no clock, no words.
 *
 * <p>Distributions come from Apache Commons Statistics, linear algebra from Hipparchus; what
 * neither has is here, each with its source and checked in a test against published numbers or
 * against an independent computation.
 */
@NullMarked
package org.maraude.dashboard.statistics;

import org.jspecify.annotations.NullMarked;
