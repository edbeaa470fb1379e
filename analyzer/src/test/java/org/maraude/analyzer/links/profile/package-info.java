@NullMarked
package org.maraude.analyzer.links.profile;

import org.jspecify.annotations.NullMarked;
