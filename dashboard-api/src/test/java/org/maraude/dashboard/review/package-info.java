/** Tests of the package of the same name. */
@NullMarked
package org.maraude.dashboard.review;

import org.jspecify.annotations.NullMarked;
