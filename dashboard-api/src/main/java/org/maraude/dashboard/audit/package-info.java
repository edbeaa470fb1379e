/** Who did what, when, why: rows that nobody changes. */
@NullMarked
package org.maraude.dashboard.audit;

import org.jspecify.annotations.NullMarked;
