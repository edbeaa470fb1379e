@NullMarked
package org.maraude.analyzer;

import org.jspecify.annotations.NullMarked;
