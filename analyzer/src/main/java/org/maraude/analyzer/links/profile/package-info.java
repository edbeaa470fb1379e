/** What is known of one contact or one text: the ads that show it, in lives. Pure. */
@NullMarked
package org.maraude.analyzer.links.profile;

import org.jspecify.annotations.NullMarked;
