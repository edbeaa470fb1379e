package org.maraude.dashboard.prevention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of many.
 *
 * @param next the cursor of what follows; null at the end
 */
public record Listed<T>(List<T> items, @Nullable String next) {

  public Listed {
    items = List.copyOf(items);
  }
}
