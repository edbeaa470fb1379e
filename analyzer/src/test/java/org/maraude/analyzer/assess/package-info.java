@NullMarked
package org.maraude.analyzer.assess;

import org.jspecify.annotations.NullMarked;
