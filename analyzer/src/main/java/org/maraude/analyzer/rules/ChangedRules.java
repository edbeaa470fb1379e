package org.maraude.analyzer.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rule files with some of them changed, to be tried. A changed file takes the place of its
 * namesake, a changed rule that of the rule with its id in whatever file that stands.
 *
 * @param files the whole set
 * @param moved places in earlier files whose rule was left out for a changed one in another file,
 *     each as {@code file:line: id}; as long as it stands there too, the set in use refuses it
 */
public record ChangedRules(List<RuleFile> files, List<String> moved) {

  public ChangedRules {
    files = List.copyOf(files);
    moved = List.copyOf(moved);
  }

  /**
   * The set as changed.
   *
   * @throws RuleSetException when a file cannot be read as rules
   */
  public static ChangedRules of(List<RuleFile> before, List<RuleFile> changed) {
    var files = new TreeMap<String, RuleFile>();
    before.forEach(file -> files.put(file.name(), file));
    changed.forEach(file -> files.put(file.name(), file));
    var ids =
        changed.stream()
            .filter(file -> !file.isScoring())
            .flatMap(file -> RuleReader.readAll(file).stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    var names = changed.stream().map(RuleFile::name).collect(Collectors.toSet());
    var moved = new TreeSet<String>();
    for (var file : before) {
      if (!file.isScoring() && !names.contains(file.name())) {
        var left = without(ids, file, moved);
        if (left.yaml().isBlank()) {
          files.remove(file.name());
        } else {
          files.put(file.name(), left);
        }
      }
    }
    return new ChangedRules(List.copyOf(files.values()), List.copyOf(moved));
  }

  /** The file without some of its rules; blank when none is left. */
  private static RuleFile without(Set<String> ids, RuleFile file, Set<String> moved) {
    var rules = RuleReader.readAll(file);
    var out = rules.stream().filter(rule -> ids.contains(rule.id())).toList();
    if (out.isEmpty()) {
      return file;
    }
    out.forEach(rule -> moved.add(rule.where() + ": " + rule.id()));
    if (out.size() == rules.size()) {
      return new RuleFile(file.name(), "");
    }
    var lines = file.yaml().lines().toList();
    var gone = new HashSet<Integer>();
    for (int i = 0; i < rules.size(); i++) {
      if (ids.contains(rules.get(i).id())) {
        int end = i + 1 < rules.size() ? rules.get(i + 1).where().line() : lines.size() + 1;
        for (int line = rules.get(i).where().line(); line < end; line++) {
          gone.add(line);
        }
      }
    }
    var kept = new StringBuilder();
    for (int line = 1; line <= lines.size(); line++) {
      // An empty line keeps the others where they are: a mistake is told by its line.
      kept.append(gone.contains(line) ? "" : lines.get(line - 1)).append('\n');
    }
    return new RuleFile(file.name(), kept.toString());
  }
}
