package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clauses by two words that stand beside each other: a hash table without boxes. Immutable. */
final class PairTable {

  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
  private static final int SHIFT = 32;

  private final long[] keys;
  private final CompiledRule.Clause[] @Nullable [] clauses;
  private final BitSet firsts = new BitSet();

  PairTable(Map<Long, List<CompiledRule.Clause>> byPair) {
    int size = Integer.highestOneBit(Math.max(4, 3 * byPair.size())) << 1;
    keys = new long[size];
    clauses = new CompiledRule.Clause[size][];
    for (var entry : new ArrayList<>(byPair.entrySet())) {
      int slot = slot(entry.getKey());
      while (clauses[slot] != null) {
        slot = slot + 1 & keys.length - 1;
      }
      keys[slot] = entry.getKey();
      clauses[slot] = entry.getValue().toArray(CompiledRule.Clause[]::new);
      firsts.set((int) (entry.getKey() >>> SHIFT));
    }
  }

  static long pair(int first, int second) {
    return (long) first << SHIFT | second;
  }

  /** Whether any pair begins with the word. */
  boolean mayBegin(int word) {
    return firsts.get(word);
  }

  /** Null when no clause hangs on the pair. */
  CompiledRule.Clause @Nullable [] of(int first, int second) {
    long pair = pair(first, second);
    for (int slot = slot(pair); clauses[slot] != null; slot = slot + 1 & keys.length - 1) {
      if (keys[slot] == pair) {
        return clauses[slot];
      }
    }
    return null;
  }

  private int slot(long pair) {
    return (int) ((pair * MIX) >>> SHIFT) & keys.length - 1;
  }
}
