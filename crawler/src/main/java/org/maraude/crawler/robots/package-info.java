/**
 * Robots exclusion (RFC 9309), stricter than it: what cannot be read forbids everything. {@link
 * org.maraude.crawler.robots.RobotsVerdict} is the table.
 */
@NullMarked
package org.maraude.crawler.robots;

import org.jspecify.annotations.NullMarked;
