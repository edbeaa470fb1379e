/**
 * Pages that were saved before, as by {@code wget --warc-file}: read by the same rules as fetched
 * ones, into a file or into the pipeline. {@link org.maraude.crawler.warc.WarcImport} is the door.
 */
@NullMarked
package org.maraude.crawler.warc;

import org.jspecify.annotations.NullMarked;
