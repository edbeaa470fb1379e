/**
 * Pages as files (WARC, ISO 28500). {@link org.maraude.crawler.warc.WarcImport} reads what others
 * saved, as by {@code wget --warc-file}, by the same rules as fetched pages; {@link
 * org.maraude.crawler.warc.PageArchive} keeps what the crawler fetched, where a site file says so.
 */
@NullMarked
package org.maraude.crawler.warc;

import org.jspecify.annotations.NullMarked;
