@NullMarked
package org.maraude.embedded;

import org.jspecify.annotations.NullMarked;
