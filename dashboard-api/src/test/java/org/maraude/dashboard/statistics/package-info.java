/** Tests of {@code org.maraude.dashboard.statistics}: published examples and seeded simulations. */
@NullMarked
package org.maraude.dashboard.statistics;

import org.jspecify.annotations.NullMarked;
