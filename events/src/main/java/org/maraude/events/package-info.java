/**
 * What travels between the modules, and nothing else: the records, their JSON form ({@link
 * org.maraude.events.EventJson}), the topics ({@link org.maraude.events.Topic}) and their creation
 * ({@link org.maraude.events.TopicPlan}).
 *
 * <p>All times are instants in UTC, written as ISO 8601. All offsets count UTF-16 units. Every
 * record is immutable and safe to share between threads.
 */
@NullMarked
package org.maraude.events;

import org.jspecify.annotations.NullMarked;
