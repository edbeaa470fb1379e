/** Days, as the people who use the console count them. */
@NullMarked
package org.maraude.dashboard.calendar;

import org.jspecify.annotations.NullMarked;
