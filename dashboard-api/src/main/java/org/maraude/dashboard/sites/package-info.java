/**
 * How the crawl of each site stands, as the crawler told it last, and what people order it to do.
 */
@NullMarked
package org.maraude.dashboard.sites;

import org.jspecify.annotations.NullMarked;
