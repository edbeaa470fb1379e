package org.maraude.dashboard.following;

import java.util.List;
import org.maraude.contacts.CaseKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written about one person, whole, for the person themselves. */
public final class CaseFiles {

  private final JdbcClient sql;
  private final CaseRows rows;
  private final CaseSeal seal;

  public CaseFiles(JdbcClient sql, CaseKeys keys) {
    this.sql = sql;
    this.rows = new CaseRows(sql);
    this.seal = new CaseSeal(keys);
  }

  /** All cases of a contact's token, in all teams. */
  public List<CaseFile> of(String token) {
    return sql
        .sql(
            "select %s from cases c where c.token = ? order by c.opened_at, c.id"
                .formatted(CaseRow.COLUMNS))
        .param(token)
        .query((row, n) -> CaseRow.of(row))
        .list()
        .stream()
        .map(this::file)
        .toList();
  }

  private CaseFile file(CaseRow row) {
    var close = seal.part(row.id(), Parts.Close.class, row.close());
    var health = row.health();
    var lines =
        rows.lines(row.id()).stream()
            .map(line ->
                new CaseFile.Line(
                    line.kind(), line.at(), seal.openLine(row.id(), line.id(), line.sealed())))
            .toList();
    return new CaseFile(
        row.agreement(),
        row.agreedOn(),
        row.nextOn(),
        row.lastContactOn(),
        row.closedOn(),
        row.closing(),
        seal.part(row.id(), Parts.Everyday.class, row.everyday()),
        close.needs(),
        close.situation(),
        health == null ? null : seal.part(row.id(), Parts.Health.class, health).words(),
        lines);
  }
}
