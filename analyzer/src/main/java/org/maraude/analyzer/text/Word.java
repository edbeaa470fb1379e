package org.maraude.analyzer.text;

/**
 * A word on its way to a {@link Token}.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 */
record Word(String term, int start, int end, Disguise disguise) {}
