/** Tests of the queue over a real database. */
@NullMarked
package org.maraude.dashboard.queue;

import org.jspecify.annotations.NullMarked;
