/** Ads as the crawler saw them: raw, kept for days only. */
@NullMarked
package org.maraude.events.ads;

import org.jspecify.annotations.NullMarked;
