package org.maraude.dashboard.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maraude.dashboard.glossary.Glossary;
import org.maraude.dashboard.glossary.Term;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What became of what the rules flagged. */
@Controller
class RulesController {

  private final RuleVerdicts verdicts;
  private final Agreements agreements;
  private final Glossary glossary;

  RulesController(RuleVerdicts verdicts, Agreements agreements, Glossary glossary) {
    this.verdicts = verdicts;
    this.agreements = agreements;
    this.glossary = glossary;
  }

  @GetMapping("/rules")
  String list(Model model) {
    var rows = verdicts.all();
    model.addAttribute("rows", rows);
    model.addAttribute("terms", terms(rows));
    model.addAttribute("agreement", agreements.all());
    model.addAttribute("floor", Verdict.FLOOR);
    return "rules";
  }

  /** The words of the glossary beside each rule, by its id and version. */
  private Map<String, List<Term>> terms(List<RuleVerdictRow> rows) {
    var all = glossary.all();
    var beside = new HashMap<String, List<Term>>();
    for (var row : rows) {
      var text = row.text();
      if (text != null) {
        var words =
            List.of(
                text.says().fr(),
                text.says().en(),
                text.ordinary().fr(),
                text.ordinary().en(),
                text.caveat().fr(),
                text.caveat().en());
        beside.put(
            row.verdict().rule() + " " + row.verdict().version(),
            all.stream().filter(term -> term.beside(text.indicator(), words)).toList());
      }
    }
    return beside;
  }
}
