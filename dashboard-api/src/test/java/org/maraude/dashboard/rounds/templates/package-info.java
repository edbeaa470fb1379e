/** What keeps a text from being copied. */
@NullMarked
package org.maraude.dashboard.rounds.templates;

import org.jspecify.annotations.NullMarked;
