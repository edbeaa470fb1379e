/** Tests of the package of the same name. */
@NullMarked
package org.maraude.dashboard.accounts;

import org.jspecify.annotations.NullMarked;
