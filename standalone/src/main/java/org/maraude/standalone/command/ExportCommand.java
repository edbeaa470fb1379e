package org.maraude.standalone.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.Exports;
import org.maraude.dashboard.exports.packages.Digest;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.release.Ask;
import org.maraude.dashboard.exports.release.Budget;
import org.maraude.dashboard.exports.release.ExportException;
import org.maraude.dashboard.exports.release.Release;
import org.maraude.dashboard.exports.release.State;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.installation.RunningDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the signed package of a public table: counts with noise of a quarter that is over.",
      "A table that was published before is given again, the very same, and nothing is spent.",
      "With --public-key it prints the key that packages are checked with. Tables under agreement"
          + " are asked for and approved in the console."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final DatabaseOptions named = new DatabaseOptions();
  @Mixin private final DashboardFolders folders = new DashboardFolders();

  @Option(names = "--public-key", description = "print the public key and do nothing else")
  private boolean publicKey;

  @Option(names = "--quarter", paramLabel = "2026-Q3", description = "which quarter")
  private @Nullable String quarter;

  @Option(names = "--grid", description = "${COMPLETION-CANDIDATES}")
  private @Nullable Grid grid;

  @Option(
      names = "--epsilon",
      defaultValue = "50",
      description = "the part of the quarter's budget, in hundredths (${DEFAULT-VALUE})")
  private int epsilon = 50;

  @Option(names = "--user", paramLabel = "NAME", description = "in whose name it is asked for")
  private @Nullable String user;

  @Option(names = "--file", paramLabel = "FILE", description = "where to write it; must not exist")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Logs.quiet();
    if (!publicKey && (quarter == null || grid == null || user == null || file == null)) {
      throw new UsageException(Texts.of("export.whatFor"));
    }
    if (file != null) {
      mustBeWritable(file);
    }
    if (named.given()) {
      if (publicKey) {
        return told(folders.keys());
      }
      var login = named.login();
      try (var database = RunningDatabase.at(login.url(), login.user(), login.password())) {
        return written(database.dataSource(), folders.keys());
      }
    }
    var folder = data.open();
    if (publicKey) {
      return told(folder.keys());
    }
    try (var database = RunningDatabase.of(folder)) {
      return written(database.dataSource(), folder.keys());
    }
  }

  /** Looked at before anything is asked for: a table that is paid for must be written. */
  private static void mustBeWritable(Path file) {
    if (Files.exists(file)) {
      throw new UsageException(Texts.of("export.fileExists", file));
    }
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new UsageException(Texts.of("export.noFolder", file));
    }
  }

  private int told(Path keys) {
    Output.line(spec, Exports.publicKey(keys).strip());
    return CommandLines.OK;
  }

  private int written(DataSource database, Path keys) throws IOException {
    var exports = Exports.over(database, keys, Clock.systemUTC());
    var asked = java.util.Objects.requireNonNull(grid);
    var target = java.util.Objects.requireNonNull(file);
    try {
      var ask = Ask.of(Kind.PUBLIC, asked, String.valueOf(quarter), epsilon, null, exports.today());
      var given = exports.table(ask, String.valueOf(user), this::tell);
      var content = given.content();
      Files.write(target, content, StandardOpenOption.CREATE_NEW);
      Output.note(spec, paid(given, exports.budget(ask.quarter()), exports.thisYear()));
      Output.line(spec, Texts.of("export.written", target, content.length, Digest.of(content)));
      return CommandLines.OK;
    } catch (ExportException e) {
      throw new UsageException(words(e));
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(Texts.of("export.fileExists", target));
    }
  }

  /** For who waits: another program may be at it. */
  private void tell(Release release) {
    if (release.state() == State.WAITING || release.state() == State.MAKING) {
      Output.note(spec, Texts.of("export.progress", release.stepsDone(), Release.STEPS));
    }
  }

  private static String paid(Exports.Given given, Budget quarter, Budget year) {
    var spent = new BigDecimal(String.valueOf(given.release().epsilon()));
    return given.anew()
        ? Texts.of(
            "export.paid",
            spent,
            quarter.span(),
            new BigDecimal(quarter.left()),
            new BigDecimal(year.left()))
        : Texts.of("export.before", given.release().quarter(), spent);
  }

  /** What keeps an export from being had, in the language of the machine where there are words. */
  static String words(ExportException e) {
    var key = "export.refused." + e.code();
    return Texts.of(
        "export.refused", Texts.has(key) ? Texts.of(key) : String.valueOf(e.getMessage()));
  }
}
