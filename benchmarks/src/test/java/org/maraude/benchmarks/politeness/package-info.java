@NullMarked
package org.maraude.benchmarks.politeness;

import org.jspecify.annotations.NullMarked;
