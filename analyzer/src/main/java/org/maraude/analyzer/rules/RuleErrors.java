package org.maraude.analyzer.rules;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts rules that fail. Thread safe. */
final class RuleErrors {

  private static final Logger log = LoggerFactory.getLogger(RuleErrors.class);

  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

  void count(String rule, Exception problem) {
    var failed = errors.computeIfAbsent(rule, id -> new LongAdder());
    if (failed.sum() == 0) {
      // Once a rule: the problem is the rule's, and every ad would repeat it.
      log.warn("rule {} fails and is left out: {}", rule, problem.toString());
    }
    failed.increment();
  }

  /** By rule; one that never failed is absent. */
  Map<String, Long> counts() {
    var counts = new TreeMap<String, Long>();
    errors.forEach((rule, count) -> counts.put(rule, count.sum()));
    return Map.copyOf(counts);
  }
}
