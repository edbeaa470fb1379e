package org.maraude.dashboard.following;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of cases.
 *
 * @param next where the next page begins; null at the end
 */
public record CaseList(List<CaseLine> items, @Nullable String next) {}
