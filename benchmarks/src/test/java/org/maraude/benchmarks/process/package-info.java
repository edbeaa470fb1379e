@NullMarked
package org.maraude.benchmarks.process;

import org.jspecify.annotations.NullMarked;
