/**
 * What a rule says to a reader. An assessment names rules by id and version only; their words
 * travel in the rule set's own files. {@link org.maraude.dashboard.rules.RuleYaml} reads from such
 * a file the few fields that a page shows and ignores all else, {@link
 * org.maraude.dashboard.rules.RuleTexts} keeps them, every version for good.
 */
@NullMarked
package org.maraude.dashboard.rules;

import org.jspecify.annotations.NullMarked;
