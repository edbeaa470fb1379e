package org.maraude.analyzer.text;

import java.util.Arrays;
import java.util.List;

/**
 * The pieces of a text that only the whole chain can read, read in one go: a chain is dearer to
 * begin than to run. No word reaches over a blank, so each piece may stand beside any other.
 */
final class StrangePieces {

  private final String text;
  private final StringBuilder joined = new StringBuilder();
  private int[] startsJoined = new int[4];
  private int[] starts = new int[4];
  private int pieces;
  private List<Word> words = List.of();
  private int piece;
  private int word;

  StrangePieces(String text) {
    this.text = text;
  }

  void add(int from, int to) {
    if (pieces == starts.length) {
      starts = Arrays.copyOf(starts, 2 * pieces);
      startsJoined = Arrays.copyOf(startsJoined, 2 * pieces);
    }
    if (from > 0) {
      // A mark may sit on the blank before the piece.
      joined.append(text.charAt(from - 1));
    }
    startsJoined[pieces] = joined.length();
    starts[pieces++] = from;
    joined.append(text, from, to);
  }

  /** To be called once all are added. */
  void read() {
    words = pieces == 0 ? List.of() : WordChain.read(joined.toString());
  }

  /** Adds the words of the next piece if it begins here; whether it does. */
  boolean takeAt(int at, List<Word> all) {
    if (piece == pieces || starts[piece] != at) {
      return false;
    }
    int by = at - startsJoined[piece++];
    int end = piece == pieces ? joined.length() : startsJoined[piece];
    for (; word < words.size() && words.get(word).start() < end; word++) {
      var read = words.get(word);
      all.add(new Word(read.term(), read.start() + by, read.end() + by, read.disguise()));
    }
    return true;
  }
}
