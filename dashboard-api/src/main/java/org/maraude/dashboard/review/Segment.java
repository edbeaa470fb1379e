package org.maraude.dashboard.review;

import java.util.List;

/**
 * A piece of a text with the marks that lie on all of it. The pieces of a text, one after the
 * other, are the text.
 *
 * @param marks the signs' numbers (from 1, in the order of the item's signs), rising; empty for
 *     unmarked text
 */
public record Segment(String text, List<Integer> marks) {

  public Segment {
    marks = List.copyOf(marks);
  }

  public boolean marked() {
    return !marks.isEmpty();
  }
}
