/**
 * The pages around the queues: front page, log-in, errors, the public page for the people
 * concerned, and what every page needs ({@link org.maraude.dashboard.pages.PageFacts}, {@link
 * org.maraude.dashboard.pages.Speech}).
 *
 * <p>A page takes each visible word from {@code messages*.properties} and prints ad text with
 * {@code th:text} only. It works without script; the script adds keys and local times.
 */
@NullMarked
package org.maraude.dashboard.pages;

import org.jspecify.annotations.NullMarked;
