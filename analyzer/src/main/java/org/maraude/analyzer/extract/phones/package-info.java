/** Phone numbers among the numbers of a text, and what is none whatever its digits. */
@NullMarked
package org.maraude.analyzer.extract.phones;

import org.jspecify.annotations.NullMarked;
