@NullMarked
package org.maraude.analyzer.text;

import org.jspecify.annotations.NullMarked;
