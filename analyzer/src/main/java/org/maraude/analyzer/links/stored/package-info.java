/**
 * The links' state on a Kafka Streams store: one store whose keys begin with the table they belong
 * to, values packed by hand, those in use kept unpacked. What was touched is noted, so that whoever
 * tells assessments knows which ads may mean something else by now.
 */
@NullMarked
package org.maraude.analyzer.links.stored;

import org.jspecify.annotations.NullMarked;
