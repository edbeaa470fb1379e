/**
 * Noise that hides each advertiser in a public table: how many cells one may count in, and a
 * discrete Laplace drawn with whole numbers alone from a keyed stream, so that a table that is made
 * again is the same.
 */
@NullMarked
package org.maraude.dashboard.exports.noise;

import org.jspecify.annotations.NullMarked;
