@NullMarked
package org.maraude.analyzer.links;

import org.jspecify.annotations.NullMarked;
