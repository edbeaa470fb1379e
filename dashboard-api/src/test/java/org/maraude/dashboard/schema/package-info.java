/** Tests of what becomes of an older program's data. */
@NullMarked
package org.maraude.dashboard.schema;

import org.jspecify.annotations.NullMarked;
