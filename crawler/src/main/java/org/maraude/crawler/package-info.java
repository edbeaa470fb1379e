/**
 * The politest crawler there is. {@link org.maraude.crawler.Crawler} runs it; the packages below
 * are its concepts: a {@code site} file, {@code urls}, what is {@code extract}ed, {@code robots},
 * {@code politeness}, one {@code fetch}, the {@code frontier} that decides what is asked next, and
 * {@code warc} for pages that were saved before.
 */
@NullMarked
package org.maraude.crawler;

import org.jspecify.annotations.NullMarked;
