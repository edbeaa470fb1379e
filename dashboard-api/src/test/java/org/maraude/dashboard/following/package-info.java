@NullMarked
package org.maraude.dashboard.following;

import org.jspecify.annotations.NullMarked;
