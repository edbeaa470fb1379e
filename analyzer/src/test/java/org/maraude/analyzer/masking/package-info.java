@NullMarked
package org.maraude.analyzer.masking;

import org.jspecify.annotations.NullMarked;
