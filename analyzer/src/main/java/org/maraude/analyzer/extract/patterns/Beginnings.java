package org.maraude.analyzer.extract.patterns;

import static org.maraude.analyzer.extract.patterns.Symbols.COUNT;

import java.util.BitSet;

/**
 * What can stand at the start of a match, three {@link Symbols} deep; what is shorter is a match
 * that ends there. Never too little, maybe too much. Immutable.
 */
final class Beginnings {

  private static final int PAIRS = COUNT * COUNT;
  private static final int TRIPLES = PAIRS * COUNT;

  private boolean none;
  private final BitSet ones = new BitSet(COUNT);
  private final BitSet pairs = new BitSet(PAIRS);
  private final BitSet triples = new BitSet(TRIPLES);

  private Beginnings() {}

  /** Of what has no length, such as a word's boundary. */
  static Beginnings nothing() {
    Beginnings made = new Beginnings();
    made.none = true;
    return made;
  }

  /** Of one character, which may be a surrogate pair if it is none of a small kind. */
  static Beginnings character(BitSet symbols) {
    Beginnings made = new Beginnings();
    made.ones.or(symbols);
    if (symbols.get(Symbols.OTHER)) {
      made.pairs.set(Symbols.OTHER * COUNT + Symbols.OTHER);
    }
    return made;
  }

  /** Of what may be anything, of any length. */
  static Beginnings anything() {
    Beginnings made = nothing();
    made.triples.set(0, TRIPLES);
    made.pairs.set(0, PAIRS);
    made.ones.set(0, COUNT);
    return made;
  }

  Beginnings or(Beginnings other) {
    Beginnings made = new Beginnings();
    made.add(this);
    made.add(other);
    return made;
  }

  private void add(Beginnings other) {
    none |= other.none;
    ones.or(other.ones);
    pairs.or(other.pairs);
    triples.or(other.triples);
  }

  /** Of this with the next behind it. */
  Beginnings then(Beginnings next) {
    Beginnings made = new Beginnings();
    made.triples.or(triples);
    if (none) {
      made.add(next);
    }
    BitSet nextPairs = next.firstPairs();
    for (int one = ones.nextSetBit(0); one >= 0; one = ones.nextSetBit(one + 1)) {
      made.ones.set(one, made.ones.get(one) || next.none);
      append(one * COUNT, next.ones, made.pairs);
      append(one * PAIRS, nextPairs, made.triples);
    }
    BitSet nextOnes = next.firstOnes(nextPairs);
    for (int pair = pairs.nextSetBit(0); pair >= 0; pair = pairs.nextSetBit(pair + 1)) {
      made.pairs.set(pair, made.pairs.get(pair) || next.none);
      append(pair * COUNT, nextOnes, made.triples);
    }
    return made;
  }

  private static void append(int before, BitSet behind, BitSet made) {
    for (int each = behind.nextSetBit(0); each >= 0; each = behind.nextSetBit(each + 1)) {
      made.set(before + each);
    }
  }

  private BitSet firstPairs() {
    BitSet first = (BitSet) pairs.clone();
    triples.stream().forEach(triple -> first.set(triple / COUNT));
    return first;
  }

  private BitSet firstOnes(BitSet firstPairs) {
    BitSet first = (BitSet) ones.clone();
    firstPairs.stream().forEach(pair -> first.set(pair / COUNT));
    return first;
  }

  /** Every three symbols that can stand where a match begins, by their number. */
  BitSet whole() {
    if (none) {
      throw new IllegalArgumentException("the expression matches where nothing stands");
    }
    BitSet whole = (BitSet) triples.clone();
    ones.stream().forEach(one -> whole.set(one * PAIRS, (one + 1) * PAIRS));
    pairs.stream().forEach(pair -> whole.set(pair * COUNT, (pair + 1) * COUNT));
    return whole;
  }
}
