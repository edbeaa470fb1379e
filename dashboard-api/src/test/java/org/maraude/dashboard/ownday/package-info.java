@NullMarked
package org.maraude.dashboard.ownday;

import org.jspecify.annotations.NullMarked;
