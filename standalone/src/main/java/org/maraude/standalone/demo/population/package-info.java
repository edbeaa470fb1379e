/**
 * Who advertises in the demo and what they write.
 *
 * <p>{@link org.maraude.standalone.demo.population.Population} draws advertisers and the ads they
 * posted before the epoch; {@link org.maraude.standalone.demo.population.AdWriter} writes one ad.
 * The figures come from Kennedy 2022 (names, days active, sizes of near-duplicate groups) and
 * Giommoni &amp; Ikwu 2021 (indicators per ad). Sentences live in {@code phrases_*.txt} beside this
 * package, one a line.
 *
 * <p>Each ad carries its {@link org.maraude.standalone.demo.population.AdTruth}: what it was made
 * to show. Only tests and measurements read it; no page does.
 */
@NullMarked
package org.maraude.standalone.demo.population;

import org.jspecify.annotations.NullMarked;
