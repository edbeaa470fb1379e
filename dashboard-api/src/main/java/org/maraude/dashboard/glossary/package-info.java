/** Words that people and ads use, in plain terms, each with who says so. */
@NullMarked
package org.maraude.dashboard.glossary;

import org.jspecify.annotations.NullMarked;
