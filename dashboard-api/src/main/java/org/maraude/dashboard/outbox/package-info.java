/** What the dashboard tells the streams leaves by a table, with an id, after its transaction. */
@NullMarked
package org.maraude.dashboard.outbox;

import org.jspecify.annotations.NullMarked;
