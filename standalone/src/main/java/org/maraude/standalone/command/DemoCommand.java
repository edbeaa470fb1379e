package org.maraude.standalone.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.dashboard.accounts.DemoLogin;
import org.maraude.dashboard.trends.Band;
import org.maraude.standalone.demo.DemoSites;
import org.maraude.standalone.folder.DataFolder;
import org.maraude.standalone.installation.Installation;
import org.maraude.standalone.installation.InstallationConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole pipeline in one process on invented ad sites that it serves itself.",
      "Ctrl-C stops it; a second start with the same data folder goes on where it stopped."
    })
final class DemoCommand implements Callable<Integer> {

  // Short, so that a person sees the first flagged ad within the first minute.
  private static final Duration COMMIT = Duration.ofMillis(20);
  private static final CrawlerIdentity DEMO =
      new CrawlerIdentity("Maraude demo", "http://demo.example.org/", "demo@example.org");

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "of the pages, on this machine only (default: ${DEFAULT-VALUE})")
  private int port = 8080;

  @Mixin private final MetricsOption metrics = new MetricsOption();

  @Override
  public Integer call() throws InterruptedException {
    Ports.requireFree(port);
    var metricsPort = metrics.open();
    DataFolder folder = data.openOrCreate();
    folder.requireMade(DataFolder.Made.FOR_THE_DEMO);
    Logs.intoFolder(folder.logs());
    var run = new ConsoleRun(Objects.requireNonNull(spec).commandLine().getOut());
    run.say(Texts.of("demo.title"));
    run.say(Texts.of("demo.folder", folder.root()));
    var clock = Clock.systemUTC();
    var sites = DemoWorldFile.start(folder, clock);
    var installation = new Installation(config(folder, sites, clock), run);
    metricsPort.ifPresent(port -> installation.countInto(port.registry()));
    installation.closeWith(sites);
    run.until(installation, running -> tellLogins(run, running.logins()));
    return CommandLines.OK;
  }

  private InstallationConfig config(DataFolder folder, DemoSites sites, Clock clock) {
    return new InstallationConfig(
        folder,
        read(sites),
        DEMO,
        Optional.empty(),
        Optional.of(lockdown(sites)),
        port,
        true,
        COMMIT,
        clock);
  }

  private static Band lockdown(DemoSites sites) {
    var lockdown = sites.lockdown();
    return new Band(
        "demo-lockdown", "Confinement", "Lockdown", lockdown.firstDay(), lockdown.lastDay(), true);
  }

  private static List<SiteFile> read(DemoSites sites) {
    return sites.siteFiles().entrySet().stream()
        .map(site -> SiteFileReader.parse(site.getKey() + ".yaml", site.getValue()))
        .toList();
  }

  private static void tellLogins(ConsoleRun run, List<DemoLogin> logins) {
    run.say(Texts.of("demo.logins"));
    for (var login : logins) {
      run.say(Texts.of("demo.login", "%-12s".formatted(login.name()), login.password()));
    }
    run.say(Texts.of("demo.noSecondFactor"));
  }
}
