/**
 * What an ad states: contacts, ages, prices, aliases, place, language. Read from the raw text,
 * before any folding. Pure functions; no Kafka, no SQL, no time.
 */
@NullMarked
package org.maraude.analyzer.extract;

import org.jspecify.annotations.NullMarked;
