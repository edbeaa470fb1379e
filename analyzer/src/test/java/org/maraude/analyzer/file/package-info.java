@NullMarked
package org.maraude.analyzer.file;

import org.jspecify.annotations.NullMarked;
