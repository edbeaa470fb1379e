/**
 * Counts for researchers: noisy tables that anybody may have, exact ones under an agreement that
 * two people approve, each in a signed package. Pages and the plain classes' wiring; what is
 * decided lies in the packages below, which know nothing of Spring.
 */
@NullMarked
package org.maraude.dashboard.exports;

import org.jspecify.annotations.NullMarked;
