package org.maraude.standalone.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.AuditKey;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.DayKeyFiles;
import org.maraude.contacts.KeyFolderException;
import org.maraude.dashboard.audit.Chain;
import org.maraude.dashboard.audit.Heads;
import org.maraude.dashboard.exports.Exports;
import org.maraude.dashboard.following.CaseErasure;
import org.maraude.dashboard.retention.Due;
import org.maraude.dashboard.retention.Retention;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.installation.RunningDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    description = {
      "Lists what the terms would erase now; erases it with --erase.",
      "The dashboard does this once a day by itself. Run it after a backup was restored."
    })
final class RetentionCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final DatabaseOptions named = new DatabaseOptions();
  @Mixin private final DashboardFolders folders = new DashboardFolders();

  @Option(names = "--erase", description = "erase, instead of listing only")
  private boolean erase;

  @Override
  public Integer call() {
    Logs.quiet();
    try {
      if (named.given()) {
        var login = named.login();
        try (var database = RunningDatabase.at(login.url(), login.user(), login.password())) {
          return told(database.dataSource(), folders.keys(), Heads.in(folders.state()));
        }
      }
      var folder = data.open();
      try (var database = RunningDatabase.of(folder)) {
        return told(database.dataSource(), folder.keys(), Heads.in(folder.secrets().folder()));
      }
    } catch (KeyFolderException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private int told(DataSource database, Path keys, Heads heads) {
    var clock = Clock.systemUTC();
    var chain = new Chain(database, AuditKey.read(keys), heads, clock);
    var cases = CaseErasure.over(database, CaseKeys.in(keys), clock);
    var volumes = Exports.volumeClosing(database, keys, clock);
    var retention = new Retention(database, DayKeyFiles.in(keys), chain, cases, volumes, clock);
    List<Due> all = erase ? retention.run() : retention.due();
    for (var due : all) {
      Output.line(spec, Texts.of("retention." + due.kind(), due.count()));
    }
    Output.note(spec, Texts.of(erase ? "retention.erased" : "retention.listed"));
    return CommandLines.OK;
  }
}
