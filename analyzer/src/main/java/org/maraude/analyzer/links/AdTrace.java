package org.maraude.analyzer.links;

import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.profile.Sighting;

/**
 * What is remembered of one ad, so that it can be taken back when it changes.
 *
 * @param content a hash of what the links see of it
 * @param shape of its text; null when that says too little
 */
public record AdTrace(Sighting sighting, long content, @Nullable Long shape) {}
