@NullMarked
package org.maraude.testkit;

import org.jspecify.annotations.NullMarked;
