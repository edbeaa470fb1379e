@NullMarked
package org.maraude.dashboard.exports.packages;

import org.jspecify.annotations.NullMarked;
