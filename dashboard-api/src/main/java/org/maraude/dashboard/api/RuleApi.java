package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.maraude.dashboard.rules.RuleVerdicts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people decided about the items in which each rule spoke. */
@RestController
@RequestMapping("/api/v1/rules")
@Tag(name = "rules")
class RuleApi {

  /**
   * One version of a rule.
   *
   * @param low of Wilson's 95 % interval of confirmed among confirmed and ordinary
   * @param underFloor whether somebody should look at the rule
   */
  record RuleRow(
      String rule,
      int version,
      long shown,
      long confirmed,
      long ordinary,
      long unclear,
      double low,
      double high,
      boolean underFloor) {}

  record RuleList(List<RuleRow> items) {}

  private final RuleVerdicts verdicts;

  RuleApi(RuleVerdicts verdicts) {
    this.verdicts = verdicts;
  }

  @GetMapping
  @Operation(summary = "Each rule and version with what people decided, and its interval")
  RuleList rules() {
    return new RuleList(
        verdicts.all().stream()
            .map(row -> {
              var v = row.verdict();
              return new RuleRow(
                  v.rule(),
                  v.version(),
                  v.shown(),
                  v.confirmed(),
                  v.ordinary(),
                  v.unclear(),
                  v.low(),
                  v.high(),
                  v.underFloor());
            })
            .toList());
  }
}
