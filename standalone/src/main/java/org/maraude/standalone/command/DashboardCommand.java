package org.maraude.standalone.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.Dashboard;
import org.maraude.dashboard.DashboardConfig;
import org.maraude.dashboard.SignInConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    description = "Runs the dashboard alone, against a Kafka and a PostgreSQL of yours.")
final class DashboardCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final KafkaOptions kafka = new KafkaOptions();

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "DIR",
      defaultValue = "${env:MARAUDE_KEYS}",
      description = "the folder with all keys; those missing are made (MARAUDE_KEYS)")
  private Path keys = Path.of("keys");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:MARAUDE_PORT:-8080}",
      description = "of pages and API (MARAUDE_PORT, default 8080)")
  private int port = 8080;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = "${env:MARAUDE_PUBLIC_URL}",
      description =
          "https://HOST as people type it, for links and passkeys; passkeys end when it changes"
              + " (MARAUDE_PUBLIC_URL, default http://localhost:PORT)")
  private @Nullable String publicUrl;

  @Option(
      names = "--provider",
      paramLabel = "FILE",
      defaultValue = "${env:MARAUDE_PROVIDER}",
      description =
          "names an OpenID Connect provider that people may log in with; docs/operations.md shows"
              + " one (MARAUDE_PROVIDER)")
  private @Nullable Path provider;

  @Override
  public Integer call() throws InterruptedException {
    Logs.toStandardError(kafka.logFormat());
    var login = database.login();
    var signIn =
        new SignInConfig(
            publicUrl == null ? null : PublicUrl.parse(publicUrl),
            provider == null ? null : ProviderFile.read(provider, System.getenv()));
    UntilStopped.onStop(DayKeys.keepReady(keys, Clock.systemUTC()));
    var dashboard =
        Dashboard.start(
            new DashboardConfig(
                kafka.bootstrapServers(),
                login.url(),
                login.user(),
                login.password(),
                keys,
                kafka.state(),
                port,
                false,
                kafka.partitions(),
                kafka.instance("dashboard"),
                signIn,
                Clock.systemUTC()));
    dashboard.enrolmentLink().ifPresent(link -> Output.note(spec, Texts.of("run.enrolment", link)));
    return UntilStopped.run(dashboard);
  }
}
