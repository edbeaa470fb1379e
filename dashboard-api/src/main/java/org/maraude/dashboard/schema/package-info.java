/** The tables, and how they come to be. */
@NullMarked
package org.maraude.dashboard.schema;

import org.jspecify.annotations.NullMarked;
