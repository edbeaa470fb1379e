@NullMarked
package org.maraude.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
