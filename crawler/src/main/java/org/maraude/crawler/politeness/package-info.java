/**
 * When a request may be made: pure decisions over records, with the time and the random source
 * handed in. The rules and their numbers are those of {@link
 * org.maraude.crawler.politeness.Politeness}; {@link org.maraude.crawler.politeness.HostState} is
 * everything that has to be remembered for them.
 */
@NullMarked
package org.maraude.crawler.politeness;

import org.jspecify.annotations.NullMarked;
