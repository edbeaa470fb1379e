/** How fast {@code assess} goes through a file, as a process of its own. */
@NullMarked
package org.maraude.benchmarks.assess;

import org.jspecify.annotations.NullMarked;
