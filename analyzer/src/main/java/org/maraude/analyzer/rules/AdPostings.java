package org.maraude.analyzer.rules;

import java.util.Arrays;
import java.util.List;
import org.maraude.analyzer.text.Token;
import org.maraude.events.assessment.Span;

/**
 * Where the known words of one field stand: a posting list a word, in one sorted array. Not thread
 * safe for nothing is needed: one ad, one use.
 */
final class AdPostings {

  private static final long INDEX = 0xFFFF_FFFFL;

  private final Span.Field field;
  private final List<Token> tokens;
  private final int[] words;
  private final long[] postings;

  private AdPostings(Span.Field field, List<Token> tokens, int[] words, long[] postings) {
    this.field = field;
    this.tokens = tokens;
    this.words = words;
    this.postings = postings;
  }

  static AdPostings of(Span.Field field, List<Token> tokens, Vocabulary vocabulary) {
    var words = new int[tokens.size()];
    var postings = new long[tokens.size()];
    int known = 0;
    for (int index = 0; index < tokens.size(); index++) {
      int id = vocabulary.id(tokens.get(index).term());
      words[index] = id;
      if (id >= 0) {
        postings[known++] = (long) id << 32 | index;
      }
    }
    var sorted = Arrays.copyOf(postings, known);
    Arrays.sort(sorted);
    return new AdPostings(field, tokens, words, sorted);
  }

  /** Takes two known words that follow each other. */
  interface PairTaker {
    void take(int first, int second);
  }

  /** Every two known words of which one stands right behind the other, in any of their readings. */
  void eachPair(PairTaker taker) {
    int before = 0;
    int here = 0;
    for (int index = 0; index < words.length; index++) {
      int position = tokens.get(index).position();
      if (position != tokens.get(here).position()) {
        before = here;
        here = index;
      }
      boolean follows = before < here && tokens.get(before).position() == position - 1;
      for (int other = before; follows && words[index] >= 0 && other < here; other++) {
        if (words[other] >= 0) {
          taker.take(words[other], words[index]);
        }
      }
    }
  }

  int size() {
    return postings.length;
  }

  int word(int posting) {
    return (int) (postings[posting] >>> 32);
  }

  int position(int posting) {
    return token(posting).position();
  }

  private Token token(int posting) {
    return tokens.get((int) (postings[posting] & INDEX));
  }

  /** The first posting of a word or of the next one that stands in the ad. */
  int first(int word) {
    return from(0, postings.length, (long) word << 32);
  }

  /** The word's posting at a position, or -1. */
  int at(int word, int position) {
    int low = first(word);
    int high = first(word + 1) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = position(middle);
      if (there == position) {
        return middle;
      }
      if (there < position) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private int from(int least, int most, long key) {
    int low = least;
    int high = most;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (postings[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  Span span(int firstPosting, int lastPosting) {
    return new Span(field, token(firstPosting).start(), token(lastPosting).end());
  }
}
