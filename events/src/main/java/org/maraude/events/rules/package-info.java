/** The active rules, as they travel to every analyzer. */
@NullMarked
package org.maraude.events.rules;

import org.jspecify.annotations.NullMarked;
