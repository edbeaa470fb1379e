/**
 * Everything in one JVM: the command line ({@code command}), the data folder ({@code folder}), the
 * parts wired together ({@code installation}) and the demo sites ({@code demo}).
 */
@NullMarked
package org.maraude.standalone;

import org.jspecify.annotations.NullMarked;
