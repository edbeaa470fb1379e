/** Tests of the package of the same name. */
@NullMarked
package org.maraude.dashboard.sink;

import org.jspecify.annotations.NullMarked;
