/** What a page takes from a rule file. */
@NullMarked
package org.maraude.dashboard.rules;

import org.jspecify.annotations.NullMarked;
