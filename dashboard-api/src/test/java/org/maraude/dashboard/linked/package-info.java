/** Linked ads. */
@NullMarked
package org.maraude.dashboard.linked;

import org.jspecify.annotations.NullMarked;
