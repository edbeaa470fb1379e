package org.maraude.analyzer.extract.reading;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a text that are taken already, so that no other reader sees a contact in them. */
public final class Stretches {

  private final BitSet taken = new BitSet();

  /** Takes a part. */
  public void add(int start, int end) {
    taken.set(start, end);
  }

  /** Takes everything that a pattern finds. */
  public void addAll(Pattern pattern, String text) {
    for (Matcher found = pattern.matcher(text); found.find(); ) {
      add(found.start(), found.end());
    }
  }

  /** Whether any unit of the stretch is taken. */
  public boolean touch(int start, int end) {
    int next = taken.nextSetBit(start);
    return next >= 0 && next < end;
  }
}
