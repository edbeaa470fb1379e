package org.maraude.dashboard.rules;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What became of what the rules flagged. */
@Controller
class RulesController {

  private final RuleVerdicts verdicts;
  private final Agreements agreements;

  RulesController(RuleVerdicts verdicts, Agreements agreements) {
    this.verdicts = verdicts;
    this.agreements = agreements;
  }

  @GetMapping("/rules")
  String list(Model model) {
    model.addAttribute("rows", verdicts.all());
    model.addAttribute("agreement", agreements.all());
    model.addAttribute("floor", Verdict.FLOOR);
    return "rules";
  }
}
