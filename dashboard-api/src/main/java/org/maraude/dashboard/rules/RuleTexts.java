package org.maraude.dashboard.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.maraude.events.rules.RuleSetPart;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of rule texts. Writing joins the transaction that is open, as the sink needs it; the
 * same part twice changes nothing. Thread safe.
 */
public final class RuleTexts {

  /** A rule in one version. */
  public record Reference(String rule, int version) {}

  private final JdbcClient sql;

  public RuleTexts(JdbcClient sql) {
    this.sql = sql;
  }

  /** Takes in the rules of one file. */
  public void keep(RuleSetPart part) {
    for (RuleText rule : RuleYaml.read(part.yaml())) {
      keep(rule);
    }
  }

  private void keep(RuleText rule) {
    sql.sql(
            """
            insert into rule_texts (rule, version, indicator, level, source,
              says_fr, says_en, ordinary_fr, ordinary_en, caveat_fr, caveat_en)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (rule, version) do update set
              indicator = excluded.indicator, level = excluded.level, source = excluded.source,
              says_fr = excluded.says_fr, says_en = excluded.says_en,
              ordinary_fr = excluded.ordinary_fr, ordinary_en = excluded.ordinary_en,
              caveat_fr = excluded.caveat_fr, caveat_en = excluded.caveat_en\
            """)
        .params(
            rule.rule(),
            rule.version(),
            rule.indicator(),
            rule.level(),
            rule.source(),
            rule.says().fr(),
            rule.says().en(),
            rule.ordinary().fr(),
            rule.ordinary().en(),
            rule.caveat().fr(),
            rule.caveat().en())
        .update();
  }

  /** What is known of these rules; one that is not known yet is left out. */
  public Map<Reference, RuleText> of(Collection<Reference> wanted) {
    var known = new HashMap<Reference, RuleText>();
    if (wanted.isEmpty()) {
      return known;
    }
    sql.sql("select * from rule_texts where rule in (:rules)")
        .param("rules", wanted.stream().map(Reference::rule).distinct().toList())
        .query((row, n) -> text(row))
        .list()
        .forEach(text -> known.put(new Reference(text.rule(), text.version()), text));
    known.keySet().retainAll(wanted);
    return known;
  }

  private static RuleText text(ResultSet row) throws SQLException {
    return new RuleText(
        row.getString("rule"),
        row.getInt("version"),
        row.getString("indicator"),
        row.getString("level"),
        row.getString("source"),
        both(row, "says"),
        both(row, "ordinary"),
        both(row, "caveat"));
  }

  private static BothLanguages both(ResultSet row, String field) throws SQLException {
    return new BothLanguages(row.getString(field + "_fr"), row.getString(field + "_en"));
  }
}
