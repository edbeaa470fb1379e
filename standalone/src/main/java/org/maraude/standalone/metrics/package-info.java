/** What a process has counted, for Prometheus to fetch. */
@NullMarked
package org.maraude.standalone.metrics;

import org.jspecify.annotations.NullMarked;
