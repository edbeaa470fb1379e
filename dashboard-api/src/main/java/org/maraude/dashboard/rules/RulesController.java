package org.maraude.dashboard.rules;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What became of what the rules flagged. */
@Controller
class RulesController {

  private final RuleVerdicts verdicts;

  RulesController(RuleVerdicts verdicts) {
    this.verdicts = verdicts;
  }

  @GetMapping("/rules")
  String list(Model model) {
    model.addAttribute("rows", verdicts.all());
    model.addAttribute("floor", Verdict.FLOOR);
    return "rules";
  }
}
