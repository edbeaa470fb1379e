package org.maraude.dashboard.rules;

import java.util.Comparator;
import java.util.List;
import org.maraude.dashboard.review.Outcome;
import org.maraude.events.review.ReviewDecided.RuleRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people decided about the items in which each rule spoke. A write joins the transaction of
 * the decision, so that both stand or fall together. Thread safe.
 */
public final class Verdicts {

  private final JdbcClient sql;

  public Verdicts(JdbcClient sql) {
    this.sql = sql;
  }

  /** Counts a decision for each rule that spoke. */
  public void count(List<RuleRef> rules, Outcome outcome) {
    for (var rule : inOrder(rules)) {
      sql.sql(
              """
              insert into rule_verdicts (rule, version, outcome, items) values (?, ?, ?, 1)
              on conflict (rule, version, outcome) do update set items = rule_verdicts.items + 1\
              """)
          .params(rule.rule(), rule.version(), outcome.name())
          .update();
    }
  }

  /** A decision was taken back; one that an older program took in was never counted. */
  public void discount(List<RuleRef> rules, Outcome outcome) {
    for (var rule : inOrder(rules)) {
      sql.sql(
              """
              update rule_verdicts set items = items - 1
              where rule = ? and version = ? and outcome = ? and items > 0\
              """)
          .params(rule.rule(), rule.version(), outcome.name())
          .update();
    }
  }

  /** Two decisions at once lock their common rules in one order. */
  private static List<RuleRef> inOrder(List<RuleRef> rules) {
    return rules.stream()
        .distinct()
        .sorted(Comparator.comparing(RuleRef::rule).thenComparing(RuleRef::version))
        .toList();
  }

  /** Every rule and version that spoke in a decided item, by name and version. */
  public List<Verdict> all() {
    return sql.sql(
            """
            select rule, version,
              coalesce(sum(items) filter (where outcome in ('CONTACT_IN_ROUND', 'REFER')), 0) as confirmed,
              coalesce(sum(items) filter (where outcome = 'NO_CONCERN'), 0) as ordinary,
              coalesce(sum(items) filter (where outcome in ('CANNOT_SAY', 'DUPLICATE')), 0) as unclear
            from rule_verdicts group by rule, version having sum(items) > 0 order by rule, version\
            """)
        .query((row, n) ->
            new Verdict(
                row.getString("rule"),
                row.getInt("version"),
                row.getLong("confirmed"),
                row.getLong("ordinary"),
                row.getLong("unclear")))
        .list();
  }
}
