@NullMarked
package org.maraude.standalone.installation;

import org.jspecify.annotations.NullMarked;
