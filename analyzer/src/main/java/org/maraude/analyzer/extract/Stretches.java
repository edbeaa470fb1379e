package org.maraude.analyzer.extract;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a text that are taken already, so that no other reader sees a contact in them. */
final class Stretches {

  private final BitSet taken = new BitSet();

  void add(int start, int end) {
    taken.set(start, end);
  }

  void addAll(Pattern pattern, String text) {
    for (Matcher found = pattern.matcher(text); found.find(); ) {
      add(found.start(), found.end());
    }
  }

  /** Whether any unit of the stretch is taken. */
  boolean touch(int start, int end) {
    int next = taken.nextSetBit(start);
    return next >= 0 && next < end;
  }
}
