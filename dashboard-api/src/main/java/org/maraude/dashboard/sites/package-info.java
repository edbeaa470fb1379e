/** How the crawl of each site stands, as the crawler told it last. */
@NullMarked
package org.maraude.dashboard.sites;

import org.jspecify.annotations.NullMarked;
