/** Reads sitemaps (sitemaps.org) as a stream that is counted decoded, with no entity and no DTD. */
@NullMarked
package org.maraude.crawler.sitemap;

import org.jspecify.annotations.NullMarked;
