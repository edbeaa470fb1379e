/** E-mail addresses, names on other networks, and links, in clear or disguised. */
@NullMarked
package org.maraude.analyzer.extract.addresses;

import org.jspecify.annotations.NullMarked;
