/** The minor path's pure parts. */
@NullMarked
package org.maraude.dashboard.referral;

import org.jspecify.annotations.NullMarked;
