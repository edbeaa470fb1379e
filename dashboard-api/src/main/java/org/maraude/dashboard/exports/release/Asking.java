package org.maraude.dashboard.exports.release;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.queue.KeyReusedException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking for releases, and paying for public ones. Thread safe. */
public final class Asking {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Releases releases;
  private final Budgets budgets;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Asking(
      JdbcClient sql,
      TransactionTemplate transaction,
      Releases releases,
      Budgets budgets,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.releases = releases;
    this.budgets = budgets;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** The day by which a quarter is over. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * Asks for a release; a public one is paid for at once.
   *
   * @param key the same with the same request gives the first one again; null asks anew
   * @throws ExportException when there is one already, or too little is left of the budget
   * @throws KeyReusedException when the key stood with another request
   */
  public Release ask(Ask ask, Person person, @Nullable String key) {
    try {
      var id = Objects.requireNonNull(transaction.execute(status -> asked(ask, person, key)));
      return releases.of(id, person);
    } catch (DuplicateKeyException e) {
      var earlier = key == null ? Optional.<UUID>empty() : byKey(ask, person, key);
      return releases.of(
          earlier.orElseThrow(() ->
              ExportException.meanwhile(
                  "export-exists",
                  "this table of this quarter is asked for already; a second one would be another"
                      + " draw of noise to average with")),
          person);
    }
  }

  private UUID asked(Ask ask, Person person, @Nullable String key) {
    var earlier = key == null ? Optional.<UUID>empty() : byKey(ask, person, key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var id = ids.get();
    var epsilon = ask.epsilon();
    sql.sql(
            """
            insert into releases (id, kind, grid, quarter, epsilon, agreement, asked_by, asked_at,
              ask_key, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                id,
                ask.kind().name(),
                ask.grid().name(),
                ask.quarter().toString(),
                epsilon == null ? null : epsilon.hundredths(),
                ask.agreement(),
                person.id(),
                Timestamp.from(clock.instant()),
                key,
                (ask.kind() == Kind.PUBLIC ? State.WAITING : State.ASKED).name()))
        .update();
    if (epsilon != null) {
      budgets.spend(id, ask.quarter(), epsilon);
    }
    audit.write(
        person.id(),
        Deed.EXPORT_ASKED,
        id.toString(),
        ask.kind() + " " + ask.grid() + " " + ask.quarter());
    return id;
  }

  private Optional<UUID> byKey(Ask ask, Person person, String key) {
    var epsilon = ask.epsilon();
    return sql.sql("select * from releases where asked_by = ? and ask_key = ?")
        .params(person.id(), key)
        .query((row, n) -> {
          var same =
              row.getString("kind").equals(ask.kind().name())
                  && row.getString("grid").equals(ask.grid().name())
                  && row.getString("quarter").equals(ask.quarter().toString())
                  && row.getString("agreement").equals(ask.agreement())
                  && row.getInt("epsilon") == (epsilon == null ? 0 : epsilon.hundredths());
          if (!same) {
            throw new KeyReusedException();
          }
          return row.getObject("id", UUID.class);
        })
        .optional();
  }
}
