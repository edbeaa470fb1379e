package org.maraude.analyzer.rules;

/**
 * Finds the smallest stretches that hold every phrase, in any order, and keeps those with few
 * enough other words in them. A stretch is smallest when none within it holds them all.
 *
 * @see <a href="https://vigna.di.unimi.it/ftp/papers/EfficientLazy.pdf">Boldi and Vigna, Efficient
 *     lazy algorithms for minimal-interval semantics</a>
 */
final class NearSearch {

  private final Places[] parts;
  private final int within;
  private final int[] at;
  private final Places found = new Places();
  private int reached = -1;
  private boolean exhausted;

  private NearSearch(Places[] parts, int within) {
    this.parts = parts;
    this.within = within;
    this.at = new int[parts.length];
  }

  /**
   * @param phrases at least two
   * @param within how many other words may stand between them, in all
   */
  static Places find(int[][] phrases, int within, AdPostings ad) {
    var parts = new Places[phrases.length];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = PhraseSearch.find(phrases[part], ad);
      if (parts[part].size() == 0) {
        return Places.NONE;
      }
    }
    return new NearSearch(parts, within).search();
  }

  private Places search() {
    for (int part = 0; part < parts.length; part++) {
      reached = Math.max(reached, parts[part].end(0));
    }
    while (!exhausted) {
      int start = shrink();
      while (!exhausted && parts[leftmost()].start(at[leftmost()]) <= start) {
        advance(leftmost());
      }
    }
    return found;
  }

  /**
   * Moves the left end on while the right end need not move, and keeps the last stretch; where it
   * begins.
   */
  private int shrink() {
    int end = reached;
    int[] best = at.clone();
    while (true) {
      int left = leftmost();
      if (parts[left].end(at[left]) == end) {
        break;
      }
      advance(left);
      if (exhausted || reached != end) {
        break;
      }
      best = at.clone();
    }
    return keep(best);
  }

  private void advance(int part) {
    if (++at[part] == parts[part].size()) {
      exhausted = true;
    } else {
      reached = Math.max(reached, parts[part].end(at[part]));
    }
  }

  private int leftmost() {
    int left = 0;
    for (int part = 1; part < parts.length; part++) {
      int byStart = Integer.compare(parts[part].start(at[part]), parts[left].start(at[left]));
      if (byStart < 0 || (byStart == 0 && parts[part].end(at[part]) > parts[left].end(at[left]))) {
        left = part;
      }
    }
    return left;
  }

  private int keep(int[] best) {
    int first = 0;
    int last = 0;
    int words = 0;
    for (int part = 0; part < parts.length; part++) {
      var places = parts[part];
      words += places.end(best[part]) - places.start(best[part]) + 1;
      first = places.start(best[part]) < parts[first].start(best[first]) ? part : first;
      last = places.end(best[part]) > parts[last].end(best[last]) ? part : last;
    }
    int start = parts[first].start(best[first]);
    int end = parts[last].end(best[last]);
    if (end - start + 1 - words <= within) {
      found.add(
          start, end, parts[first].firstPosting(best[first]), parts[last].lastPosting(best[last]));
    }
    return start;
  }
}
