@NullMarked
package org.maraude.events;

import org.jspecify.annotations.NullMarked;
