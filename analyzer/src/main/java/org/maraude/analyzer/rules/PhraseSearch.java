package org.maraude.analyzer.rules;

/** Finds words that stand one after the other. Pure. */
final class PhraseSearch {

  private PhraseSearch() {}

  /**
   * @param words by number; one at least
   */
  static Places find(int[] words, AdPostings ad) {
    int rarest = 0;
    int fewest = Integer.MAX_VALUE;
    for (int word = 0; word < words.length; word++) {
      int count = ad.first(words[word] + 1) - ad.first(words[word]);
      if (count == 0) {
        return Places.NONE;
      }
      if (count < fewest) {
        fewest = count;
        rarest = word;
      }
    }
    var places = new Places();
    int first = ad.first(words[rarest]);
    for (int posting = first; posting < first + fewest; posting++) {
      int start = ad.position(posting) - rarest;
      int begins = words.length == 1 ? posting : ad.at(words[0], start);
      int ends = begins;
      for (int word = 1; word < words.length && ends >= 0; word++) {
        ends = word == rarest ? posting : ad.at(words[word], start + word);
      }
      if (begins >= 0 && ends >= 0) {
        places.add(start, start + words.length - 1, begins, ends);
      }
    }
    return places;
  }
}
