/** Tests of campaigns. */
@NullMarked
package org.maraude.dashboard.prevention;

import org.jspecify.annotations.NullMarked;
