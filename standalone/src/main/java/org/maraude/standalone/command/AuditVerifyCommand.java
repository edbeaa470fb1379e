package org.maraude.standalone.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.AuditKey;
import org.maraude.contacts.KeyFolderException;
import org.maraude.dashboard.audit.ChainCheck;
import org.maraude.dashboard.audit.Finding;
import org.maraude.dashboard.audit.Heads;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.installation.RunningDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the whole audit and says whether anything was changed, dropped, cut off or swapped.",
      "Of the installation in --data, or of the database that --db-url names with --keys and"
          + " --state of its dashboard. Exit 1 when something is not as it was written."
    })
final class AuditVerifyCommand implements Callable<Integer> {

  private static final int NOT_AS_WRITTEN = 1;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final DatabaseOptions named = new DatabaseOptions();

  @Mixin private final DashboardFolders folders = new DashboardFolders();

  @Override
  public Integer call() {
    Logs.quiet();
    try {
      return named.given() ? ofADatabase() : ofAFolder();
    } catch (KeyFolderException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private int ofAFolder() {
    var folder = data.open();
    var key = AuditKey.read(folder.keys());
    try (var database = RunningDatabase.of(folder)) {
      return told(new ChainCheck(database.dataSource(), key, Heads.in(folder.secrets().folder())));
    }
  }

  private int ofADatabase() {
    var heads = Heads.in(folders.state());
    var key = AuditKey.read(folders.keys());
    var login = named.login();
    try (var database = RunningDatabase.at(login.url(), login.user(), login.password())) {
      return told(new ChainCheck(database.dataSource(), key, heads));
    }
  }

  private int told(ChainCheck check) {
    var result = check.run(read -> Output.note(spec, Texts.of("audit.read", read)));
    for (var finding : result.findings()) {
      Output.line(spec, sentence(finding));
    }
    if (result.findings().isEmpty()) {
      Output.line(
          spec,
          result.lines() == 0 ? Texts.of("audit.empty") : Texts.of("audit.well", result.lines()));
      return CommandLines.OK;
    }
    Output.note(spec, Texts.of("audit.badly", result.findings().size(), result.lines()));
    return NOT_AS_WRITTEN;
  }

  private static String sentence(Finding finding) {
    return Texts.of("audit." + finding.kind(), finding.where());
  }
}
