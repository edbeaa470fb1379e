/** How many pages a second the crawler reads where no delay holds it back, and at what cost. */
@NullMarked
package org.maraude.benchmarks.crawl;

import org.jspecify.annotations.NullMarked;
