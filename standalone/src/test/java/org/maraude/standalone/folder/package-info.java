@NullMarked
package org.maraude.standalone.folder;

import org.jspecify.annotations.NullMarked;
