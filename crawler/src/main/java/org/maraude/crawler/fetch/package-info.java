/**
 * One request, and every way in which it can end. {@link org.maraude.crawler.fetch.Fetcher} keeps
 * nothing between two calls: no cookie, no cache, no retry, no redirect followed.
 */
@NullMarked
package org.maraude.crawler.fetch;

import org.jspecify.annotations.NullMarked;
