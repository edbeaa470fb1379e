/**
 * Rules: what they look for, why, and whether they fire.
 *
 * <p>A rule file is a YAML list:
 *
 * <pre>{@code
 * - id: management-bookings
 *   version: 1
 *   indicator: management       # see Indicator, which fixes group and level
 *   group: TEXT
 *   level: B+
 *   weight: 0.3                 # in log-odds, within what Level allows
 *   languages: [fr, en]         # for readers; every rule is tried on every ad
 *   says: {fr: "...", en: "..."}
 *   ordinary: {fr: "...", en: "..."}
 *   source: "author and year, or whose practice"
 *   caveat: {fr: "...", en: "..."}
 *   match:                      # either words ...
 *     any:                      # one of these
 *       - phrase: "notre équipe"
 *       - near: {terms: [chauffeur, disponible], within: 4}
 *     all:                      # and all of these
 *       - phrase: "..."
 *     none:                     # and no guard
 *       - {phrase: "pas de", before: 3}
 *       - {phrase: "sans", within: 2}
 *       - phrase: "nowhere in the ad"
 *     subject: advertiser       # words to or of the client do not count
 *   # match: {fact: age-below-18}   ... or a fact, see FactCondition
 *   examples: {hit: ["..."], miss: ["..."]}
 * }</pre>
 *
 * <p>{@link org.maraude.analyzer.rules.RuleFiles} finds the files, {@link
 * org.maraude.analyzer.rules.RuleSet} reads them all or refuses them all, and tries each rule on
 * its examples. {@link org.maraude.analyzer.rules.RuleMatcher} is the contract of two engines:
 * {@link org.maraude.analyzer.rules.CompiledRuleMatcher} is in use, {@link
 * org.maraude.analyzer.rules.MonitorRuleMatcher} is its reference. An editor checks a file against
 * {@code docs/rules.schema.json}; {@code docs/rules.md} is made from the rules.
 */
@NullMarked
package org.maraude.analyzer.rules;

import org.jspecify.annotations.NullMarked;
