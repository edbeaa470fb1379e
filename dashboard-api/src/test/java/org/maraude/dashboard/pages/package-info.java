/** The pages in a real browser, and their words. */
@NullMarked
package org.maraude.dashboard.pages;

import org.jspecify.annotations.NullMarked;
