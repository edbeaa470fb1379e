/** Prices with their currency and what they are for. */
@NullMarked
package org.maraude.analyzer.extract.prices;

import org.jspecify.annotations.NullMarked;
