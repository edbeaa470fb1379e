/**
 * What a release may count: fixed periods that do not overlap, the cells of the two grids, and the
 * sums that are published beside them.
 */
@NullMarked
package org.maraude.dashboard.exports.table;

import org.jspecify.annotations.NullMarked;
