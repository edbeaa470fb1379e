@NullMarked
package org.maraude.analyzer.links.arrival;

import org.jspecify.annotations.NullMarked;
