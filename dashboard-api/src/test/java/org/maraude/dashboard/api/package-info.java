@NullMarked
package org.maraude.dashboard.api;

import org.jspecify.annotations.NullMarked;
