/**
 * What the crawler counts, under names that Prometheus and people find again.
 *
 * <p>Labels are a site's id, an outcome, a state, a field of the site file or a topic: all of them
 * few. Never a URL, an ad's id or anything that an ad says.
 */
@NullMarked
package org.maraude.crawler.meters;

import org.jspecify.annotations.NullMarked;
