/** Tests of what goes and what stays. */
@NullMarked
package org.maraude.dashboard.retention;

import org.jspecify.annotations.NullMarked;
