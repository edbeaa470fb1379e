package org.maraude.standalone.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Accounts;
import org.maraude.dashboard.accounts.Role;
import org.maraude.standalone.installation.RunningDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a bearer token of one role for scripts and prints it as the last line.",
      "Of the installation in --data, or of the database that --db-url names."
    })
final class TokenCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final DatabaseOptions named = new DatabaseOptions();

  @Option(
      names = "--user",
      required = true,
      paramLabel = "NAME",
      description = "who it stands for; a technical user is made when nobody has the name")
  private String user = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "one of ${COMPLETION-CANDIDATES}")
  private Role role = Role.OUTREACH;

  @Override
  public Integer call() {
    Logs.quiet();
    try (var database = database()) {
      var accounts = Accounts.over(database.dataSource(), Clock.systemUTC(), new SecureRandom());
      Output.line(spec, accounts.issueToken(user, role));
    }
    return CommandLines.OK;
  }

  private RunningDatabase database() {
    if (!named.given()) {
      return RunningDatabase.of(data.open());
    }
    var login = named.login();
    return RunningDatabase.at(login.url(), login.user(), login.password());
  }
}
