/**
 * Which ads are listed at an instant, as a pure function of seed, epoch and instant: {@link
 * org.maraude.standalone.demo.world.DemoWorld}. After the epoch a few ads a minute appear, change,
 * are posted again and go; about as many go as come.
 */
@NullMarked
package org.maraude.standalone.demo.world;

import org.jspecify.annotations.NullMarked;
