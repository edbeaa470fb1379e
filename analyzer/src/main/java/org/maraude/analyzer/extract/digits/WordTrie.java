package org.maraude.analyzer.extract.digits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.digits.NumberWord.Meaning;

/**
 * Number words by their letters. A letter that repeats counts once, as in the table, so «zzéro» and
 * «quattre» are found as well. Immutable once filled.
 */
final class WordTrie {

  private static final int LETTERS = 26;

  /** Below this a word with one wrong letter is too many other words. */
  private static final int SHORTEST_MISSPELT = 4;

  private static final class Node {
    final @Nullable Node[] next = new Node[LETTERS];
    final List<Meaning> meanings = new ArrayList<>(2);
    int depth;
  }

  private final Node root = new Node();

  void put(String word, Meaning meaning) {
    Node node = root;
    for (int at = 0; at < word.length(); at++) {
      int letter = word.charAt(at) - 'a';
      Node next = node.next[letter];
      if (next == null) {
        next = new Node();
        next.depth = at + 1;
        node.next[letter] = next;
      }
      node = next;
    }
    if (node.meanings.stream().noneMatch(m -> m.language().equals(meaning.language()))) {
      node.meanings.add(meaning);
    }
  }

  /** What the whole run of letters means; empty when it is no number word. */
  List<Meaning> exact(char[] letters, int from, int to) {
    Node node = root;
    for (int at = from; at < to; at++) {
      Node next = child(node, letters[at]);
      if (next == null && at > from && letters[at] == letters[at - 1]) {
        continue;
      }
      if (next == null) {
        return List.of();
      }
      node = next;
    }
    return node.meanings;
  }

  /** Calls back for each word that begins at {@code from}, the longest last. */
  void prefixes(char[] letters, int from, int to, Found found) {
    Node node = root;
    for (int at = from; at < to; at++) {
      Node next = child(node, letters[at]);
      boolean repeated = next == null && at > from && letters[at] == letters[at - 1];
      if (next == null && !repeated) {
        return;
      }
      node = repeated || next == null ? node : next;
      if (!node.meanings.isEmpty() && node.depth > 1) {
        found.word(at + 1, node.meanings);
      }
    }
  }

  /** Whether any word begins at {@code from}: most runs of letters begin with none. */
  boolean anyPrefix(char[] letters, int from, int to) {
    boolean[] any = new boolean[1];
    prefixes(letters, from, to, (end, meanings) -> any[0] = true);
    return any[0];
  }

  /** Takes a word found. */
  interface Found {
    void word(int end, List<Meaning> meanings);
  }

  /** What a run of letters may mean with one letter wrong, missing, added or two exchanged. */
  List<Meaning> misspelt(char[] letters, int from, int to) {
    if (to - from < SHORTEST_MISSPELT - 1 || to - from > 14) {
      return List.of();
    }
    List<Meaning> near = new ArrayList<>();
    search(root, letters, from, to, 1, near);
    Set<Integer> values = new HashSet<>();
    near.forEach(meaning -> values.add(meaning.value()));
    return values.size() == 1 && near.getFirst().value() >= 0 ? near : List.of();
  }

  private static void search(
      Node node, char[] letters, int at, int to, int left, List<Meaning> near) {
    if (at == to && node.depth >= SHORTEST_MISSPELT) {
      near.addAll(node.meanings);
    }
    if (at < to) {
      Node same = child(node, letters[at]);
      if (same != null) {
        search(same, letters, at + 1, to, left, near);
      }
    }
    // The first letter of a word is the one that people get right.
    if (left == 0 || node.depth == 0) {
      return;
    }
    if (at < to) {
      search(node, letters, at + 1, to, left - 1, near);
    }
    for (Node next : node.next) {
      if (next != null) {
        search(next, letters, at, to, left - 1, near);
        if (at < to) {
          search(next, letters, at + 1, to, left - 1, near);
        }
      }
    }
    if (at + 1 < to) {
      Node second = child(node, letters[at + 1]);
      Node exchanged = second == null ? null : child(second, letters[at]);
      if (exchanged != null) {
        search(exchanged, letters, at + 2, to, left - 1, near);
      }
    }
  }

  private static @Nullable Node child(Node node, char letter) {
    int index = letter - 'a';
    return index < 0 || index >= LETTERS ? null : node.next[index];
  }
}
