@NullMarked
package org.maraude.analyzer.extract.patterns;

import org.jspecify.annotations.NullMarked;
