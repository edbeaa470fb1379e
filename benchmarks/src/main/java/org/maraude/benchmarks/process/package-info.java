/** Programs of a benchmark that run in processes of their own and can be killed. */
@NullMarked
package org.maraude.benchmarks.process;

import org.jspecify.annotations.NullMarked;
