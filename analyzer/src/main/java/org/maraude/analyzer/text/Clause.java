package org.maraude.analyzer.text;

/**
 * A stretch between two marks of punctuation.
 *
 * @param addressesClient whether it speaks to or of the client, so that its words do not describe
 *     whoever advertises
 */
public record Clause(boolean addressesClient) {}
