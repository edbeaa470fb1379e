/** Lists in pages: the text by which a caller names the place where the next page begins. */
@NullMarked
package org.maraude.dashboard.paging;

import org.jspecify.annotations.NullMarked;
