/** Tests of the demo: its figures, its texts, its sites. */
@NullMarked
package org.maraude.standalone.demo.world;

import org.jspecify.annotations.NullMarked;
