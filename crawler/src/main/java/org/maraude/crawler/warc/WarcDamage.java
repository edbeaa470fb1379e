package org.maraude.crawler.warc;

/**
 * A place of a WARC that could not be read.
 *
 * @param record its number, the first of the file being 1
 * @param offset the byte at which the record begins
 * @param problem in a few words
 */
public record WarcDamage(long record, long offset, String problem) {}
