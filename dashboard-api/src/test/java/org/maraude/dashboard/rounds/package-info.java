/** What rounds promise. */
@NullMarked
package org.maraude.dashboard.rounds;

import org.jspecify.annotations.NullMarked;
