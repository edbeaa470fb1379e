/**
 * Releases in the database: asked for, paid from the budget or approved by two people, made in the
 * background from counts that are frozen once, and kept for a while.
 */
@NullMarked
package org.maraude.dashboard.exports.release;

import org.jspecify.annotations.NullMarked;
