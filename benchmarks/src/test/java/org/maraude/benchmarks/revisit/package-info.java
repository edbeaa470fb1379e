@NullMarked
package org.maraude.benchmarks.revisit;

import org.jspecify.annotations.NullMarked;
