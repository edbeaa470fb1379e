/**
 * Trying a site file out, without Kafka: {@link org.maraude.crawler.trial.SiteCheck} on a saved
 * page, {@link org.maraude.crawler.trial.SiteTry} on the site itself under the same rules of
 * politeness as the crawler.
 */
@NullMarked
package org.maraude.crawler.trial;

import org.jspecify.annotations.NullMarked;
