package org.maraude.dashboard.linked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text that several ads share: the words that stand in all of them, in order, and between these
 * what changes. The fixed words are a common subsequence of all texts, folded text by text (Hunt
 * and McIlroy 1976 for two); with each further text it can only become shorter.
 */
public record Slots(List<Part> parts) {

  private static final int MOST_WORDS = 400;
  private static final int MOST_TEXTS = 20;
  private static final int LONGEST_WORD = 60;
  private static final int MOST_FILLINGS = 6;

  /**
   * A stretch of the shared text.
   *
   * @param fixed the words that all have; empty for a slot
   * @param fillings what stands in the slot, by ad, each once; empty for fixed words
   */
  public record Part(String fixed, List<String> fillings) {}

  /** Lays texts beside each other; two at least make sense. */
  static Slots of(List<String> texts) {
    var words = texts.stream().limit(MOST_TEXTS).map(Slots::words).toList();
    var common = words.getFirst();
    for (var other : words.subList(1, words.size())) {
      common = common(common, other);
    }
    return new Slots(parts(common, words));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "…")
        .toList();
  }

  private static List<String> common(List<String> a, List<String> b) {
    var length = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        length[i][j] =
            a.get(i).equals(b.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    var shared = new ArrayList<String>();
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (a.get(i).equals(b.get(j))) {
        shared.add(a.get(i));
        i++;
        j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  private static List<Part> parts(List<String> common, List<List<String>> texts) {
    var gaps = new ArrayList<Set<String>>();
    for (int k = 0; k <= common.size(); k++) {
      gaps.add(new LinkedHashSet<>());
    }
    texts.forEach(text -> fill(gaps, common, text));
    var parts = new ArrayList<Part>();
    var fixed = new ArrayList<String>();
    for (int k = 0; k <= common.size(); k++) {
      var fillings = gaps.get(k);
      if (fillings.stream().anyMatch(filling -> !filling.isEmpty())) {
        flush(fixed, parts);
        parts.add(new Part("", fillings.stream().limit(MOST_FILLINGS).toList()));
      }
      if (k < common.size()) {
        fixed.add(common.get(k));
      }
    }
    flush(fixed, parts);
    return List.copyOf(parts);
  }

  private static void fill(List<Set<String>> gaps, List<String> common, List<String> text) {
    var gap = new ArrayList<String>();
    int k = 0;
    for (var word : text) {
      if (k < common.size() && word.equals(common.get(k))) {
        gaps.get(k).add(String.join(" ", gap));
        gap.clear();
        k++;
      } else {
        gap.add(word);
      }
    }
    gaps.get(k).add(String.join(" ", gap));
  }

  private static void flush(List<String> fixed, List<Part> parts) {
    if (!fixed.isEmpty()) {
      parts.add(new Part(String.join(" ", fixed), List.of()));
      fixed.clear();
    }
  }
}
