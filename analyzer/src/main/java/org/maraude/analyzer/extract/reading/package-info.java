/** What every reader works on: the ad's text, the same text folded, and what is taken already. */
@NullMarked
package org.maraude.analyzer.extract.reading;

import org.jspecify.annotations.NullMarked;
