/**
 * What an URL is the same as ({@link org.maraude.crawler.urls.CanonicalUrl}) and whose patience it
 * costs ({@link org.maraude.crawler.urls.PolitenessKey}). Nothing else in the crawler compares
 * URLs.
 */
@NullMarked
package org.maraude.crawler.urls;

import org.jspecify.annotations.NullMarked;
