/** What people decided, told back to the machine without any name. */
@NullMarked
package org.maraude.events.review;

import org.jspecify.annotations.NullMarked;
