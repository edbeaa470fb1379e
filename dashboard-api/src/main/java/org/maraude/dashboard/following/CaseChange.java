package org.maraude.dashboard.following;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a case is to say from now on. A part that is null stays as it is.
 *
 * @param version that was read; another one by now is a conflict
 * @param nextOn when something is due; null for not yet known
 * @param close its contact is not changed
 */
public record CaseChange(
    int version,
    @Nullable LocalDate nextOn,
    Parts.Everyday everyday,
    Parts.@Nullable Close close,
    Parts.@Nullable Health health) {}
