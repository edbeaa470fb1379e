/**
 * What an ad states: contacts, ages, prices, aliases, place, language. Read from the raw text,
 * before any folding, which would turn a phone number into letters. Pure functions; no Kafka, no
 * SQL, no time.
 *
 * <p>{@link org.maraude.analyzer.extract.Extractor} is the entry. Readers take turns over title and
 * body as one text: addresses, handles, links; then other figures (dates, hours, prices, measures,
 * labelled identifiers) are set aside; then phones. A disguised phone is found by reading every
 * number of the text, in digits or words of any drawing, and looking for runs of them that dial.
 * Tables of words lie beside the classes as resources: a new spelling is a line there.
 *
 * <p>{@code reading} holds what every reader works on, {@code digits} reads numbers of any drawing,
 * {@code phones}, {@code ages}, {@code prices} and {@code addresses} what they mean.
 */
@NullMarked
package org.maraude.analyzer.extract;

import org.jspecify.annotations.NullMarked;
