@NullMarked
package org.maraude.standalone.command;

import org.jspecify.annotations.NullMarked;
