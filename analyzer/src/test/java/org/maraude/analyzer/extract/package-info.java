@NullMarked
package org.maraude.analyzer.extract;

import org.jspecify.annotations.NullMarked;
