/** Near-duplicate texts: words, shingles, bands, verification. Pure. */
@NullMarked
package org.maraude.analyzer.links.template;

import org.jspecify.annotations.NullMarked;
