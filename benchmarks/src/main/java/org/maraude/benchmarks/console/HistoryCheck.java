package org.maraude.benchmarks.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Holds what reviewers were told against what is in the database and in the stream afterwards. It
 * knows nothing of how either came about.
 */
final class HistoryCheck {

  /** A decision as the database has it. */
  record Kept(UUID id, UUID item, String by, long fence, boolean settled) {}

  private final List<String> faults = new ArrayList<>();

  private HistoryCheck() {}

  /**
   * Reads it all.
   *
   * @param items every one that there was
   * @param told the ids of the decisions that the stream was told of
   * @return what is wrong, one line each; empty when nothing is
   */
  static List<String> faults(
      Collection<UUID> items, List<Deed> deeds, List<Kept> kept, Set<UUID> told) {
    var check = new HistoryCheck();
    check.eachItemIsDecidedOnce(items, kept);
    check.nothingAcknowledgedIsLost(deeds, kept);
    check.noFenceIsGivenTwice(deeds);
    check.noLeaseIsHeldTwice(deeds);
    check.theStreamWasTold(kept, told);
    return check.faults;
  }

  private void eachItemIsDecidedOnce(Collection<UUID> items, List<Kept> kept) {
    Map<UUID, Integer> settled = new HashMap<>();
    kept.stream()
        .filter(Kept::settled)
        .forEach(each -> settled.merge(each.item(), 1, Integer::sum));
    for (var item : items) {
      int times = settled.getOrDefault(item, 0);
      if (times != 1) {
        faults.add("item %s is decided %d times".formatted(item, times));
      }
    }
  }

  private void nothingAcknowledgedIsLost(List<Deed> deeds, List<Kept> kept) {
    Map<UUID, Kept> byId = new HashMap<>();
    kept.forEach(each -> byId.put(each.id(), each));
    for (var deed : deeds) {
      if (deed.what() != Deed.What.DECIDED) {
        continue;
      }
      var found = byId.get(deed.decision());
      if (found == null) {
        faults.add("lost although acknowledged: " + deed);
      } else if (!found.item().equals(deed.item())
          || !found.by().equals(deed.by())
          || found.fence() != deed.fence()) {
        faults.add("kept otherwise than acknowledged: %s is %s".formatted(deed, found));
      }
    }
  }

  private void noFenceIsGivenTwice(List<Deed> deeds) {
    record Hold(UUID item, long fence) {}
    Set<Hold> given = new HashSet<>();
    for (var deed : deeds) {
      if (deed.what() == Deed.What.CLAIMED && !given.add(new Hold(deed.item(), deed.fence()))) {
        faults.add("a fence given twice: " + deed);
      }
    }
  }

  /** Leases outlast the run: whoever was told to have an item has it until they decide. */
  private void noLeaseIsHeldTwice(List<Deed> deeds) {
    Map<UUID, TreeMap<Long, Deed>> claims = new HashMap<>();
    Map<UUID, List<Deed>> decided = new HashMap<>();
    for (var deed : deeds) {
      switch (deed.what()) {
        case CLAIMED ->
            claims.computeIfAbsent(deed.item(), item -> new TreeMap<>()).put(deed.fence(), deed);
        case DECIDED -> decided.computeIfAbsent(deed.item(), item -> new ArrayList<>()).add(deed);
        case REFUSED -> faults.add("refused although it held the item: " + deed);
      }
    }
    claims.forEach((item, ofItem) -> {
      var inOrder = ofItem.values().stream().sorted(Comparator.comparing(Deed::fence)).toList();
      for (int i = 1; i < inOrder.size(); i++) {
        var before = inOrder.get(i - 1);
        var after = inOrder.get(i);
        boolean letGo =
            before.by().equals(after.by())
                || decided.getOrDefault(item, List.of()).stream()
                    .anyMatch(each -> each.by().equals(before.by()) && each.begin() < after.end());
        if (!letGo) {
          faults.add("held twice: %s and %s".formatted(before, after));
        }
      }
    });
  }

  private void theStreamWasTold(List<Kept> kept, Set<UUID> told) {
    for (var each : kept) {
      if (each.settled() && !told.contains(each.id())) {
        faults.add("never told to the stream: " + each);
      }
    }
  }
}
