@NullMarked
package org.maraude.places;

import org.jspecify.annotations.NullMarked;
