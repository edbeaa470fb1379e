@NullMarked
package org.maraude.analyzer.meters;

import org.jspecify.annotations.NullMarked;
