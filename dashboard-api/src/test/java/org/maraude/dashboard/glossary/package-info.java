/** Tests of the package of the same name, and of the helplines beside it. */
@NullMarked
package org.maraude.dashboard.glossary;

import org.jspecify.annotations.NullMarked;
