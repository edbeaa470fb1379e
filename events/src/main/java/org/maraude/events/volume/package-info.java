/** How many ads there are, by advertiser, day, site, department and category. */
@NullMarked
package org.maraude.events.volume;

import org.jspecify.annotations.NullMarked;
