/** What people may decide and what follows from it: plain functions, no SQL, no web. */
@NullMarked
package org.maraude.dashboard.review;

import org.jspecify.annotations.NullMarked;
