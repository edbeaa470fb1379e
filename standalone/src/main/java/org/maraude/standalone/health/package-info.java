/**
 * How the outside learns that a service without a port of its own is well: by a file that is young.
 *
 * <p>The check needs no second JVM: {@code find STATE/healthy -newermt '-30 seconds'} names the
 * file or nothing.
 */
@NullMarked
package org.maraude.standalone.health;

import org.jspecify.annotations.NullMarked;
