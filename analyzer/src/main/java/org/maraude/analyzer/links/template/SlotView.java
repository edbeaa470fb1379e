package org.maraude.analyzer.links.template;

import java.util.ArrayList;
import java.util.List;

/**
 * What the texts of a group have in common, word for word, and what stands in the gaps. Pure.
 *
 * <pre>{@code
 * SlotView.of(List.of("Bonjour, ici Alba, à bientôt", "Bonjour, ici Brune, à bientôt"));
 * // Fixed("bonjour ici"), Slot(["alba", "brune"]), Fixed("à bientôt")
 * }</pre>
 *
 * <p>Words are those that are compared: folded, with figures as {@code #}. Reads the first {@value
 * #MOST_TEXTS} texts and {@value #MOST_WORDS} words of each.
 */
public final class SlotView {

  static final int MOST_TEXTS = 20;
  static final int MOST_WORDS = 1_000;

  private SlotView() {}

  /** A stretch of the group's text. */
  public sealed interface Part {}

  /** Words that every text has here. */
  public record Fixed(String words) implements Part {}

  /**
   * A place where they differ.
   *
   * @param fillings what stands there, each once, by first text; empty where nothing does
   */
  public record Slot(List<String> fillings) implements Part {
    public Slot {
      fillings = List.copyOf(fillings);
    }
  }

  /**
   * @param texts published ones, in which contacts are masked
   */
  public static List<Part> of(List<String> texts) {
    var read =
        texts.stream()
            .limit(MOST_TEXTS)
            .map(text ->
                TemplateWords.of(text, List.of()).stream()
                    .limit(MOST_WORDS)
                    .map(TemplateWord::term)
                    .toList())
            .toList();
    if (read.isEmpty()) {
      return List.of();
    }
    var fixed = read.getFirst();
    for (var words : read.subList(1, read.size())) {
      fixed = common(fixed, words);
    }
    return parts(fixed, read);
  }

  private static List<Part> parts(List<String> fixed, List<List<String>> texts) {
    var gaps = texts.stream().map(words -> gaps(fixed, words)).toList();
    var parts = new ArrayList<Part>();
    var run = new ArrayList<String>();
    for (int i = 0; i <= fixed.size(); i++) {
      int at = i;
      var fillings = gaps.stream().map(each -> each.get(at)).distinct().toList();
      if (fillings.stream().anyMatch(filling -> !filling.isEmpty())) {
        flush(run, parts);
        parts.add(new Slot(fillings));
      }
      if (i < fixed.size()) {
        run.add(fixed.get(i));
      }
    }
    flush(run, parts);
    return List.copyOf(parts);
  }

  private static void flush(List<String> run, List<Part> parts) {
    if (!run.isEmpty()) {
      parts.add(new Fixed(String.join(" ", run)));
      run.clear();
    }
  }

  /** What a text has before each fixed word and behind the last. */
  private static List<String> gaps(List<String> fixed, List<String> words) {
    int[][] length = lengths(fixed, words);
    var gaps = new ArrayList<String>();
    var gap = new ArrayList<String>();
    int at = 0;
    for (int word = 0; word < words.size(); word++) {
      boolean taken =
          at < fixed.size()
              && fixed.get(at).equals(words.get(word))
              && length[at + 1][word + 1] + 1 == length[at][word];
      if (taken) {
        gaps.add(String.join(" ", gap));
        gap.clear();
        at++;
      } else {
        gap.add(words.get(word));
      }
    }
    gaps.add(String.join(" ", gap));
    return gaps;
  }

  private static List<String> common(List<String> one, List<String> other) {
    int[][] length = lengths(one, other);
    var common = new ArrayList<String>();
    for (int i = 0, j = 0; i < one.size() && j < other.size(); ) {
      if (one.get(i).equals(other.get(j))) {
        common.add(one.get(i));
        i++;
        j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /** The longest common subsequence of what follows, for each pair of places. */
  private static int[][] lengths(List<String> one, List<String> other) {
    var length = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        length[i][j] =
            one.get(i).equals(other.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }
}
