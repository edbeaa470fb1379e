package org.maraude.benchmarks.matching;

import java.util.Random;

/** Words as frequent as words are. */
public enum Vocabularies {
  /** 20,000 words by Zipf's law: most rules speak of what most ads do not. */
  NATURAL(20_000, 1.0),
  /** 400 words, all nearly as frequent, in rules and ads alike: the hard case. */
  SHARED(400, 0.3);

  private static final String[] SYLLABLES = {
    "ba", "co", "du", "fe", "gi", "lo", "ma", "ne", "pi", "ra", "so", "tu", "va", "ze", "mi", "ro"
  };

  private final int words;
  private final double[] upTo;

  Vocabularies(int words, double exponent) {
    this.words = words;
    this.upTo = new double[words];
    double sum = 0;
    for (int rank = 0; rank < words; rank++) {
      sum += 1 / Math.pow(rank + 1, exponent);
      upTo[rank] = sum;
    }
  }

  /** A word of three syllables and more, by its frequency. */
  String often(Random random) {
    double at = random.nextDouble() * upTo[words - 1];
    int found = java.util.Arrays.binarySearch(upTo, at);
    return word(Math.min(words - 1, found < 0 ? -found - 1 : found));
  }

  /** Any word, however rare. */
  String any(Random random) {
    return word(random.nextInt(words));
  }

  private static String word(int rank) {
    var word = new StringBuilder();
    int left = rank + 4096;
    while (left > 0) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
      left /= SYLLABLES.length;
    }
    return word.toString();
  }
}
