/**
 * The command line. Each command is a class that reads what a person typed and calls the module
 * that does the work. Wrong input is one line that says what, where and what to do, with exit 2.
 */
@NullMarked
package org.maraude.standalone.command;

import org.jspecify.annotations.NullMarked;
