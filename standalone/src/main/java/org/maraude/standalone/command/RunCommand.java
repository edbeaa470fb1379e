package org.maraude.standalone.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.SignInConfig;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.folder.DataFolder;
import org.maraude.standalone.installation.Installation;
import org.maraude.standalone.installation.InstallationConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the whole pipeline in one process on sites that somebody approved.")
final class RunCommand implements Callable<Integer> {

  private static final int PORT = 8080;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description =
          "maraude.yaml: association, sites, data, and optionally rules, port and public_url")
  private Path config = Path.of("maraude.yaml");

  @Mixin private final MetricsOption metrics = new MetricsOption();

  @Override
  public Integer call() throws InterruptedException {
    var file = RunFile.read(config);
    var sites = SiteFolder.read(file.sites());
    if (sites.isEmpty()) {
      throw new UsageException(
          "there is no site file in %s; add one (*.yaml) that somebody approved"
              .formatted(file.sites()));
    }
    int port = Objects.requireNonNullElse(file.port(), PORT);
    var signIn =
        new SignInConfig(
            file.publicUrl() == null ? null : PublicUrl.parse(file.publicUrl()),
            file.provider() == null ? null : ProviderFile.read(file.provider(), System.getenv()));
    Ports.requireFree(port);
    var metricsPort = metrics.open();
    var folder = DataFolder.openOrCreate(file.data());
    folder.requireMade(DataFolder.Made.FOR_REAL_SITES);
    Logs.intoFolder(folder.logs());
    var who = file.association();
    var run = new ConsoleRun(Objects.requireNonNull(spec).commandLine().getOut());
    var installation =
        new Installation(
            new InstallationConfig(
                folder,
                sites,
                Association.of(who.name(), who.page(), who.email()),
                Optional.ofNullable(file.rules()),
                Optional.empty(),
                port,
                false,
                Duration.ofMillis(100),
                signIn,
                Clock.systemUTC()),
            run);
    metricsPort.ifPresent(opened -> installation.countInto(opened.registry()));
    run.until(installation, running -> {});
    return CommandLines.OK;
  }
}
