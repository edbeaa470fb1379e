/**
 * What goes when its purpose is over, and what goes because somebody said no.
 *
 * <p>One job ({@link org.maraude.dashboard.retention.Retention}) erases rows, keys and the audit's
 * old months, by the terms of {@link org.maraude.dashboard.retention.Term}. What stands in Kafka
 * goes by the topics' own terms. {@link org.maraude.dashboard.retention.Objections} erases at once
 * and keeps the no.
 */
@NullMarked
package org.maraude.dashboard.retention;

import org.jspecify.annotations.NullMarked;
