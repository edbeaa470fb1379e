/** The data folder of one installation: what lies where, its version, its lock, its secrets. */
@NullMarked
package org.maraude.standalone.folder;

import org.jspecify.annotations.NullMarked;
