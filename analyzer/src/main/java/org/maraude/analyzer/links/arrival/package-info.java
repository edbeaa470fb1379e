/** In which order the links take in what comes from many partitions. */
@NullMarked
package org.maraude.analyzer.links.arrival;

import org.jspecify.annotations.NullMarked;
