package org.maraude.dashboard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Lays marks over a text: overlapping and nested ones become pieces that each lie under several.
 */
public final class Marks {

  /**
   * One mark.
   *
   * @param number of the sign it belongs to
   * @param start first UTF-16 unit, from 0
   * @param end one past the last UTF-16 unit
   */
  public record Mark(int number, int start, int end) {}

  private Marks() {}

  /**
   * The text in pieces, in order and without a gap. A mark that reaches beyond the text is cut, an
   * empty one is dropped, and a border inside a surrogate pair moves outwards, so that no character
   * is ever torn.
   */
  public static List<Segment> lay(String text, List<Mark> marks) {
    var fitted = new ArrayList<Mark>();
    var borders = new TreeSet<Integer>();
    borders.add(0);
    borders.add(text.length());
    for (Mark mark : marks) {
      int start = wholeStart(text, Math.clamp(mark.start(), 0, text.length()));
      int end = wholeEnd(text, Math.clamp(mark.end(), 0, text.length()));
      if (start < end) {
        fitted.add(new Mark(mark.number(), start, end));
        borders.add(start);
        borders.add(end);
      }
    }
    var pieces = new ArrayList<Segment>();
    int from = 0;
    for (int border : borders.tailSet(0, false)) {
      pieces.add(new Segment(text.substring(from, border), over(fitted, from, border)));
      from = border;
    }
    return List.copyOf(pieces);
  }

  private static List<Integer> over(List<Mark> marks, int start, int end) {
    return marks.stream()
        .filter(mark -> mark.start() <= start && end <= mark.end())
        .map(Mark::number)
        .distinct()
        .sorted()
        .toList();
  }

  private static int wholeStart(String text, int at) {
    return insidePair(text, at) ? at - 1 : at;
  }

  private static int wholeEnd(String text, int at) {
    return insidePair(text, at) ? at + 1 : at;
  }

  private static boolean insidePair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }
}
