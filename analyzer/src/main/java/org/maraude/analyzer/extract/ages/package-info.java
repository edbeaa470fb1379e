/** Ages that an ad states of its advertiser, and what only looks like one. */
@NullMarked
package org.maraude.analyzer.extract.ages;

import org.jspecify.annotations.NullMarked;
