@NullMarked
package org.maraude.dashboard.exports.intruder;

import org.jspecify.annotations.NullMarked;
