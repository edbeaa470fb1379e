/**
 * What changed, by how much and how sure, in words. {@link
 * org.maraude.dashboard.trends.findings.Findings} runs the statistics over a table of volumes, from
 * shown counts of well watched periods alone; {@link
 * org.maraude.dashboard.trends.findings.FindingWords} says it in French and English with its
 * caveats, for page and API.
 */
@NullMarked
package org.maraude.dashboard.trends.findings;

import org.jspecify.annotations.NullMarked;
