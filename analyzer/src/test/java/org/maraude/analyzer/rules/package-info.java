@NullMarked
package org.maraude.analyzer.rules;

import org.jspecify.annotations.NullMarked;
