package org.maraude.dashboard.rules;

import org.jspecify.annotations.Nullable;

/**
 * A verdict with what the rule says.
 *
 * @param text null when the rule's text has not come
 */
public record RuleVerdictRow(Verdict verdict, @Nullable RuleText text) {}
