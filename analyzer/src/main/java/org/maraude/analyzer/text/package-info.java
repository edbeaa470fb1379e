/**
 * From a text to the words that rules are matched on, and back to the places they stand.
 *
 * <pre>{@code
 * AnalyzedText text = AnalyzedText.of("À l’hôtel. Notre ÉQUIPE !");
 * text.tokens();    // a, hotel, notre, equipe, each with position, clause and UTF-16 offsets
 * }</pre>
 *
 * <p>The chain is: default-ignorable characters deleted ({@link
 * org.maraude.analyzer.text.IgnorablesDeleted}), Unicode words (UAX 29), French elisions dropped,
 * UTR 30 and NFKC folding. No word is a stop word and nothing is stemmed: "new in town" lives on
 * its small words. Rules pass through the same chain.
 *
 * <p>Where a word's writing calls for it, other readings stand beside it ({@link
 * org.maraude.analyzer.text.Disguise}): look-alikes of other scripts, digits and signs for letters,
 * separators inside, letters set apart. They are in {@link
 * org.maraude.analyzer.text.AnalyzedText#readings}, never in {@code tokens}, and a hit that needs
 * one says so. A text is read up to {@link org.maraude.analyzer.text.AnalyzedText#LONGEST} units;
 * {@link org.maraude.analyzer.text.AnalyzedText#cut} tells.
 *
 * <p>Offsets count UTF-16 units of the text as given. A word with an elided article is marked with
 * it. Everything here is immutable or thread safe.
 */
@NullMarked
package org.maraude.analyzer.text;

import org.jspecify.annotations.NullMarked;
