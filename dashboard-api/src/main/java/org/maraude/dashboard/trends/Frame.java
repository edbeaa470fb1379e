package org.maraude.dashboard.trends;

/**
 * The size of a chart in its own units; a page scales it.
 *
 * @param id begins the ids within the drawing, so that several stand on one page
 */
public record Frame(String id, int width, int height) {

  static final int LEFT = 56;
  static final int RIGHT = 14;
  static final int TOP = 34;
  static final int BOTTOM = 30;

  public static Frame large(String id) {
    return new Frame(id, 960, 340);
  }

  /** For a phone: the letters stay as large as they are on a wide screen. */
  public static Frame small(String id) {
    return new Frame(id, 360, 270);
  }

  /** One of many. */
  public static Frame multiple(String id) {
    return new Frame(id, 400, 230);
  }

  double plotWidth() {
    return width - LEFT - RIGHT;
  }

  double plotHeight() {
    return height - TOP - BOTTOM;
  }

  double bottom() {
    return height - BOTTOM;
  }
}
