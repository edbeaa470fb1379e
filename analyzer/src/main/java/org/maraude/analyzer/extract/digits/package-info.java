/**
 * Numbers, however their digits are drawn or spelt.
 *
 * <pre>{@code
 * List<NumberToken> numbers = new NumberReader().read(FoldedText.of("zéro six ３９"));   // 0, 6, 39
 * }</pre>
 */
@NullMarked
package org.maraude.analyzer.extract.digits;

import org.jspecify.annotations.NullMarked;
