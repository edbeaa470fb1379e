/**
 * What rules may ask about an ad beyond its words: stated ages, hidden numbers, who speaks. Pure.
 */
@NullMarked
package org.maraude.analyzer.facts;

import org.jspecify.annotations.NullMarked;
