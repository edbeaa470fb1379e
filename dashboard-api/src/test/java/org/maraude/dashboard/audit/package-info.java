/** Tests of the audit's chain. */
@NullMarked
package org.maraude.dashboard.audit;

import org.jspecify.annotations.NullMarked;
