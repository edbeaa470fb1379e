package org.maraude.dashboard.exports.table;

import org.jspecify.annotations.Nullable;

/**
 * A row of a published table.
 *
 * @param count null when it is hidden
 */
public record Row(Spot spot, @Nullable Long count) {}
