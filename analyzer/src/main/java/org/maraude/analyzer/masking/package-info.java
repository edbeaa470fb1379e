/**
 * The text that may leave the analyzer: every contact replaced by its display form, such as {@code
 * 06 ** ** ** 04}.
 *
 * <pre>{@code
 * Extraction read = extractor.extract(ad);      // spans of the raw text
 * MaskedAd masked = Masking.of(ad, read);
 * masked.body();                                // what is published
 * masked.map(span);                             // where a raw span lies in it
 * masked.facts();                               // the facts with published spans
 * }</pre>
 *
 * <p>Rules may run on the masked text, whose offsets are already those of the published one, or on
 * the raw text with {@link org.maraude.analyzer.masking.MaskedAd#map} afterwards. Pure functions.
 */
@NullMarked
package org.maraude.analyzer.masking;

import org.jspecify.annotations.NullMarked;
