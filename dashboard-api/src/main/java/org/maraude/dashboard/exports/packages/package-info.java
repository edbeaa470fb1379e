/**
 * The package a researcher takes away: CSV, its description, the codebook, a plain note, and a
 * signed list of what is in it; and the check that needs nothing but the public key.
 */
@NullMarked
package org.maraude.dashboard.exports.packages;

import org.jspecify.annotations.NullMarked;
