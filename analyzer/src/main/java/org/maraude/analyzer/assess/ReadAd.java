package org.maraude.analyzer.assess;

import org.maraude.analyzer.facts.ObservedFacts;
import org.maraude.analyzer.masking.MaskedAd;
import org.maraude.analyzer.text.AdWords;
import org.maraude.events.ads.ObservedAd;

/**
 * An ad as read: its published form and what rules see of it. Immutable.
 *
 * @param language ISO 639-1, {@code und} if unclear; never scored
 * @param words of the published texts, so that their places are those a reader sees
 */
public record ReadAd(
    ObservedAd ad, MaskedAd published, String language, AdWords words, ObservedFacts facts) {}
