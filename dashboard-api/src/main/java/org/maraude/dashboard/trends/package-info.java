/**
 * How many ads there are over time. {@link org.maraude.dashboard.trends.Volumes} sums the volumes
 * by a {@link org.maraude.dashboard.trends.VolumeQuery}; small counts are hidden ({@link
 * org.maraude.dashboard.trends.Suppression}), each count stands with its coverage and its interval,
 * and the answer leaves as page, JSON, CSV or SVG with its caveats.
 *
 * <p>Days are UTC. A week starts on Monday (ISO 8601). {@link org.maraude.dashboard.trends.Chart}
 * draws and knows nothing else.
 */
@NullMarked
package org.maraude.dashboard.trends;

import org.jspecify.annotations.NullMarked;
