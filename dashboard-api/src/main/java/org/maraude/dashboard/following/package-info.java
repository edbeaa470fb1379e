/**
 * People who are accompanied, with their agreement: opened, written in, handed over, closed and
 * erased two years after the last contact.
 *
 * <p>{@link org.maraude.dashboard.following.Cases} does it, {@link
 * org.maraude.dashboard.following.Standing} says who sees which part, {@link
 * org.maraude.dashboard.following.CaseSeal} keeps each part under the person's own key. A case
 * belongs to a team; to others it does not exist.
 */
@NullMarked
package org.maraude.dashboard.following;

import org.jspecify.annotations.NullMarked;
