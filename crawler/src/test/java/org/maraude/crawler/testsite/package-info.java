/** A small classifieds site on loopback for tests; it remembers every request. */
@NullMarked
package org.maraude.crawler.testsite;

import org.jspecify.annotations.NullMarked;
