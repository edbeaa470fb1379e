package org.maraude.dashboard.rules;

import java.util.Comparator;
import java.util.List;

/** The rules as people judged them, those under their floor first. */
public final class RuleVerdicts {

  private final Verdicts verdicts;
  private final RuleTexts texts;

  public RuleVerdicts(Verdicts verdicts, RuleTexts texts) {
    this.verdicts = verdicts;
    this.texts = texts;
  }

  /** All that spoke in a decided item. */
  public List<RuleVerdictRow> all() {
    var all = verdicts.all();
    var known =
        texts.of(all.stream().map(v -> new RuleTexts.Reference(v.rule(), v.version())).toList());
    return all.stream()
        .sorted(Comparator.comparing(Verdict::underFloor).reversed())
        .map(v -> new RuleVerdictRow(v, known.get(new RuleTexts.Reference(v.rule(), v.version()))))
        .toList();
  }
}
