/**
 * What the analyzer counts, under names that Prometheus and people find again.
 *
 * <p>Labels are a queue, a rule's id, a stage, a kind of failure or a topic: all of them few. Never
 * an ad's id, a site that only a broken record names, or anything that an ad says.
 */
@NullMarked
package org.maraude.analyzer.meters;

import org.jspecify.annotations.NullMarked;
