@NullMarked
package org.maraude.analyzer.links.template;

import org.jspecify.annotations.NullMarked;
