@NullMarked
package org.maraude.dashboard.subject;

import org.jspecify.annotations.NullMarked;
