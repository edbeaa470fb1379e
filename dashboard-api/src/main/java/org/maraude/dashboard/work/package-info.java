/** Work that goes on behind the pages, step after step, until the dashboard stops. */
@NullMarked
package org.maraude.dashboard.work;

import org.jspecify.annotations.NullMarked;
