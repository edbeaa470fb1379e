/** The dashboard as people and scripts meet it, on a real broker and a real database. */
@NullMarked
package org.maraude.dashboard;

import org.jspecify.annotations.NullMarked;
