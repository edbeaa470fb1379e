@NullMarked
package org.maraude.standalone;

import org.jspecify.annotations.NullMarked;
