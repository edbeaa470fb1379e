/** What the crawler tells about itself, and the orders it takes. */
@NullMarked
package org.maraude.events.crawl;

import org.jspecify.annotations.NullMarked;
