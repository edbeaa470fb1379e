@NullMarked
package org.maraude.dashboard.exports.release;

import org.jspecify.annotations.NullMarked;
