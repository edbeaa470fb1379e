/** The queues for scripts, under /api/v1: JSON, problem details, cursors. */
@NullMarked
package org.maraude.dashboard.api;

import org.jspecify.annotations.NullMarked;
