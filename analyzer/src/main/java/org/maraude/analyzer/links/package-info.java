/**
 * What one ad cannot show and a hundred can: ads that share a contact or a text. Pure functions
 * over a small state ({@link org.maraude.analyzer.links.LinkState}); they know neither Kafka nor
 * files.
 *
 * <pre>{@code
 * var linker = new Linker(new InMemoryLinkState(), merges);
 * linker.observe(LinkedAd.of(assessment));
 * LinkView view = linker.view(assessment.adId());
 * }</pre>
 *
 * <p>What is final does not depend on the order of arrival: of an ad the latest content counts, a
 * group is named after its first ad, and what is capped keeps what was read first.
 */
@NullMarked
package org.maraude.analyzer.links;

import org.jspecify.annotations.NullMarked;
