@NullMarked
package org.maraude.dashboard.exports.noise;

import org.jspecify.annotations.NullMarked;
