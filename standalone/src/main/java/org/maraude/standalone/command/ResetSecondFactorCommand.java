package org.maraude.standalone.command;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.LostAccess;
import org.maraude.standalone.installation.RunningDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "reset-second-factor",
    mixinStandardHelpOptions = true,
    description = {
      "Brings back somebody who lost the second factor and has no administrator to ask.",
      "Takes the second factor and the password away, ends the sessions, notes it in the audit, and"
          + " prints as the last line a link that is good for an hour: it asks for a new password,"
          + " then for a new second factor.",
      "Of the installation in --data, or of the database that --db-url names."
    })
final class ResetSecondFactorCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final DatabaseOptions named = new DatabaseOptions();

  @Option(
      names = "--user",
      required = true,
      paramLabel = "NAME",
      description = "whose; the name as it is typed to log in")
  private String user = "";

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = "${env:MARAUDE_PUBLIC_URL:-http://localhost:8080}",
      description =
          "where the console answers, for the link (MARAUDE_PUBLIC_URL, default"
              + " http://localhost:8080)")
  private String publicUrl = "";

  @Override
  public Integer call() {
    Logs.quiet();
    URI console = PublicUrl.parse(publicUrl);
    try (var database = database()) {
      var token =
          LostAccess.over(database.dataSource(), Clock.systemUTC(), new SecureRandom()).reset(user);
      Output.note(spec, Texts.of("reset.done", user));
      Output.line(spec, console.resolve("/enrol?token=" + token).toString());
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
