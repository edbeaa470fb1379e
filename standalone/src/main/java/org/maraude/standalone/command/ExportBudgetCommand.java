package org.maraude.standalone.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.Exports;
import org.maraude.dashboard.exports.release.BudgetTerms.Terms;
import org.maraude.dashboard.exports.release.ExportException;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.installation.RunningDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "export-budget",
    mixinStandardHelpOptions = true,
    description = {
      "Says how much noise public tables may be paid with: for a quarter of data and in a year of"
          + " asking.",
      "With --per-quarter or --per-year it changes that, for quarters and years on which nothing"
          + " was spent yet, with a line of the audit."
    })
final class ExportBudgetCommand implements Callable<Integer> {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?");

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final DatabaseOptions named = new DatabaseOptions();
  @Mixin private final DashboardFolders folders = new DashboardFolders();

  @Option(
      names = "--per-quarter",
      paramLabel = "1.00",
      description = "the epsilon of a quarter of data, 2.00 at most")
  private @Nullable String perQuarter;

  @Option(
      names = "--per-year",
      paramLabel = "4.00",
      description = "the epsilon of a year of asking, 20.00 at most")
  private @Nullable String perYear;

  @Option(names = "--user", paramLabel = "NAME", description = "who changes it")
  private @Nullable String user;

  @Override
  public Integer call() {
    Logs.quiet();
    var quarter = hundredths("--per-quarter", perQuarter);
    var year = hundredths("--per-year", perYear);
    if ((quarter != null || year != null) && user == null) {
      throw new UsageException(Texts.of("export.budgetWho"));
    }
    if (named.given()) {
      var login = named.login();
      try (var database = RunningDatabase.at(login.url(), login.user(), login.password())) {
        return told(database.dataSource(), folders.keys(), quarter, year);
      }
    }
    var folder = data.open();
    try (var database = RunningDatabase.of(folder)) {
      return told(database.dataSource(), folder.keys(), quarter, year);
    }
  }

  private static @Nullable Integer hundredths(String option, @Nullable String typed) {
    if (typed == null) {
      return null;
    }
    if (!NUMBER.matcher(typed).matches()) {
      throw new UsageException(Texts.of("export.noNumber", option, typed));
    }
    return new BigDecimal(typed.replace(',', '.')).movePointRight(2).intValueExact();
  }

  private int told(
      DataSource database, Path keys, @Nullable Integer quarter, @Nullable Integer year) {
    var exports = Exports.over(database, keys, Clock.systemUTC());
    if (quarter != null || year != null) {
      var before = exports.terms();
      var to =
          new Terms(
              quarter == null ? before.quarter() : quarter, year == null ? before.year() : year);
      try {
        exports.change(to, String.valueOf(user));
      } catch (ExportException e) {
        throw new UsageException(ExportCommand.words(e));
      }
    }
    var terms = exports.terms();
    var thisYear = exports.thisYear();
    Output.line(spec, Texts.of("export.terms", decimal(terms.quarter()), decimal(terms.year())));
    Output.line(
        spec,
        Texts.of(
            "export.yearLeft",
            thisYear.span(),
            new BigDecimal(thisYear.left()),
            new BigDecimal(thisYear.allowed())));
    return CommandLines.OK;
  }

  private static BigDecimal decimal(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }
}
