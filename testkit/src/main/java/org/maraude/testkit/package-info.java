/**
 * Real parts for tests: a Kafka broker and a PostgreSQL database, from containers where a container
 * engine answers, otherwise embedded. {@link org.maraude.testkit.Parts} chooses and says so.
 */
@NullMarked
package org.maraude.testkit;

import org.jspecify.annotations.NullMarked;
