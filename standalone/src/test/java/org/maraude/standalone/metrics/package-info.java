@NullMarked
package org.maraude.standalone.metrics;

import org.jspecify.annotations.NullMarked;
