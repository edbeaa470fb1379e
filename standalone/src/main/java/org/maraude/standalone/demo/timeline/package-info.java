/**
 * When the demo's ads are posted: the 180 days before the epoch, with a lockdown that never was.
 */
@NullMarked
package org.maraude.standalone.demo.timeline;

import org.jspecify.annotations.NullMarked;
