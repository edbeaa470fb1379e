/**
 * From the bytes of a page to what it says: pure functions of page and site file.
 *
 * <p>{@link org.maraude.crawler.extract.Extractor} reads structured data first (JSON-LD, then
 * microdata), then the selectors of the site file. A page that asks whether a person reads it is
 * {@link org.maraude.crawler.extract.Extracted.Wall} and never content.
 */
@NullMarked
package org.maraude.crawler.extract;

import org.jspecify.annotations.NullMarked;
