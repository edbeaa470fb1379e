@NullMarked
package org.maraude.standalone.health;

import org.jspecify.annotations.NullMarked;
