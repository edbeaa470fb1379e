/**
 * Brings the streams into PostgreSQL, each record once: rows and offset move in one transaction.
 */
@NullMarked
package org.maraude.dashboard.sink;

import org.jspecify.annotations.NullMarked;
