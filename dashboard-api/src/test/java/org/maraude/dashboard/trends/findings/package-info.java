/** Tests of {@code org.maraude.dashboard.trends.findings}. */
@NullMarked
package org.maraude.dashboard.trends.findings;

import org.jspecify.annotations.NullMarked;
