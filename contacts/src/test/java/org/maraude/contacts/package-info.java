@NullMarked
package org.maraude.contacts;

import org.jspecify.annotations.NullMarked;
