@NullMarked
package org.maraude.benchmarks.console;

import org.jspecify.annotations.NullMarked;
