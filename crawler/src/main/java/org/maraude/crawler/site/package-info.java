/**
 * A site file: who approved the crawl, where it starts, what a listing and an ad look like. {@link
 * org.maraude.crawler.site.SiteFileReader} reads and checks one; everything in a {@link
 * org.maraude.crawler.site.SiteFile} has been validated and compiled. Keys that the reader does not
 * know are errors, so that a misspelt one cannot be overlooked.
 */
@NullMarked
package org.maraude.crawler.site;

import org.jspecify.annotations.NullMarked;
