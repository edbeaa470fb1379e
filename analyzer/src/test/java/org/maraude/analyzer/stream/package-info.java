@NullMarked
package org.maraude.analyzer.stream;

import org.jspecify.annotations.NullMarked;
