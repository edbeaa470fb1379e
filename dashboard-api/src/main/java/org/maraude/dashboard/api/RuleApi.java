package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.rules.Agreements;
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

  /**
   * How far two people agree.
   *
   * @param pairs decisions that a second person read blind
   * @param same of them, where both said the same
   * @param kappa Cohen's; null where it is not defined
   * @param low of the bootstrap's 95 % interval; null as kappa
   * @param high of the same
   * @param few whether the pairs are too few to say anything
   */
  record AgreementRow(
      @Schema(example = "120") int pairs,
      @Schema(example = "104") int same,
      @Schema(example = "0.71") @Nullable Double kappa,
      @Schema(example = "0.6") @Nullable Double low,
      @Schema(example = "0.82") @Nullable Double high,
      boolean few) {}

  private final RuleVerdicts verdicts;
  private final Agreements agreements;

  RuleApi(RuleVerdicts verdicts, Agreements agreements) {
    this.verdicts = verdicts;
    this.agreements = agreements;
  }

  @GetMapping("/agreement")
  @Operation(
      summary = "How far two people agree who read the same items blind: Cohen's kappa",
      description =
          "1 where they always agree, 0 where they agree as often as by chance. One decision in"
              + " twenty is read twice.")
  AgreementRow agreement() {
    var found = agreements.all();
    return new AgreementRow(
        found.pairs(),
        found.same(),
        found.defined() ? found.kappa() : null,
        found.defined() ? found.low() : null,
        found.defined() ? found.high() : null,
        found.few());
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
