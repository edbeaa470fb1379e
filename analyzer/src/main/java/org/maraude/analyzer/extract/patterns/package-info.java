/** Regular expressions that cost nothing where none of their matches can begin. */
@NullMarked
package org.maraude.analyzer.extract.patterns;

import org.jspecify.annotations.NullMarked;
