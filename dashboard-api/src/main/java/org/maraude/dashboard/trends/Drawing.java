package org.maraude.dashboard.trends;

import java.util.List;

/**
 * A drawing that stands alone.
 *
 * @param heading what it shows and of which days; it is in the drawing too
 * @param notes source and caveats; they are in the drawing too
 * @param svg a whole file
 * @param width in the drawing's own units
 * @param height in the drawing's own units
 */
record Drawing(String heading, List<String> notes, String svg, int width, int height) {

  Drawing {
    notes = List.copyOf(notes);
  }
}
