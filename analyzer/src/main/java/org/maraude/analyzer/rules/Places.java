package org.maraude.analyzer.rules;

import java.util.Arrays;

/**
 * Stretches of an ad where something stands, by rising place: first and last position, and the
 * postings whose words begin and end it. Grows; not thread safe.
 */
final class Places {

  static final Places NONE = new Places();

  private static final int FIELDS = 4;

  private int[] places = new int[FIELDS * 2];
  private int size;

  void add(int start, int end, int firstPosting, int lastPosting) {
    if ((size + 1) * FIELDS > places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    int at = size++ * FIELDS;
    places[at] = start;
    places[at + 1] = end;
    places[at + 2] = firstPosting;
    places[at + 3] = lastPosting;
  }

  int size() {
    return size;
  }

  int start(int place) {
    return places[place * FIELDS];
  }

  int end(int place) {
    return places[place * FIELDS + 1];
  }

  int firstPosting(int place) {
    return places[place * FIELDS + 2];
  }

  int lastPosting(int place) {
    return places[place * FIELDS + 3];
  }

  /** Those that no guard touches, stretched as far as it reaches to either side. */
  Places without(Places guards, int reachBefore, int reachBehind) {
    if (guards.size == 0) {
      return this;
    }
    var left = new Places();
    int guard = 0;
    for (int place = 0; place < size; place++) {
      while (guard < guards.size && guards.end(guard) + reachBehind < start(place)) {
        guard++;
      }
      if (guard == guards.size || guards.start(guard) - reachBefore > end(place)) {
        left.add(start(place), end(place), firstPosting(place), lastPosting(place));
      }
    }
    return left;
  }
}
