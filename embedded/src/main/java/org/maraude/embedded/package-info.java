/**
 * A real Kafka broker and a real PostgreSQL server beside the program, for the demo, for small
 * installations and for the tests. Both keep their data in a folder and survive being killed.
 */
@NullMarked
package org.maraude.embedded;

import org.jspecify.annotations.NullMarked;
