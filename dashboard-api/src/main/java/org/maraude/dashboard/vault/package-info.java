/**
 * Opens a sealed contact for one person, one purpose and one minute. Nothing here keeps what was
 * opened: it goes from the key to the answer.
 */
@NullMarked
package org.maraude.dashboard.vault;

import org.jspecify.annotations.NullMarked;
