/** How much of the hard material somebody has read today, for that person's own eyes. */
@NullMarked
package org.maraude.dashboard.ownday;

import org.jspecify.annotations.NullMarked;
