package org.maraude.standalone.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.crawler.trial.SiteTry;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.standalone.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = {
      "Visits a site under the crawler's own rules of politeness, without Kafka,",
      "and writes what it reads, one ad a line."
    })
final class SiteTryCommand implements Callable<Integer> {

  private static final CrawlerIdentity LOCAL =
      new CrawlerIdentity("Maraude, local trial", "http://trial.example.org/", "trial@example.org");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SITE.yaml", description = "the site file")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the ads go (default: standard output)")
  private @Nullable Path out;

  @Option(
      names = "--ads",
      paramLabel = "N",
      defaultValue = "50",
      description = "stop after so many ads (default: ${DEFAULT-VALUE})")
  private int ads = 50;

  @Option(
      names = "--association",
      paramLabel = "NAME",
      defaultValue = "${env:MARAUDE_ASSOCIATION}",
      description = "who asks; not needed for a site marked local (MARAUDE_ASSOCIATION)")
  private @Nullable String association;

  @Option(
      names = "--page",
      paramLabel = "URL",
      defaultValue = "${env:MARAUDE_PAGE}",
      description = "a page that explains the crawl (MARAUDE_PAGE)")
  private @Nullable String page;

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      defaultValue = "${env:MARAUDE_EMAIL}",
      description = "where the site's owner can write (MARAUDE_EMAIL)")
  private @Nullable String email;

  @Override
  public Integer call() throws InterruptedException {
    Logs.quiet();
    var site = SiteFileReader.read(file);
    if (ads < 1) {
      throw new UsageException("--ads %d makes no sense; give 1 or more".formatted(ads));
    }
    try (var target = NdjsonFile.open(out, Objects.requireNonNull(spec).commandLine().getOut())) {
      var summary =
          SiteTry.run(site, identity(site), ads, Clock.systemUTC(), new Told(spec, target));
      target.complete();
      Output.note(spec, Texts.of("site.tried", summary.requests(), summary.ads()));
      if (summary.stoppedBy() == null) {
        return CommandLines.OK;
      }
      Output.note(spec, summary.stoppedBy());
      return CommandLines.FAILED;
    }
  }

  private CrawlerIdentity identity(SiteFile site) {
    if (association != null && page != null && email != null) {
      return Association.of(association, page, email);
    }
    if (site.local()) {
      return LOCAL;
    }
    throw new UsageException(
        "a site that is not marked local is only visited by somebody: give --association, --page and --email");
  }

  /** What happens, for the person who waits; the ads, for the file. */
  private record Told(@Nullable CommandSpec spec, NdjsonFile target) implements SiteTry.Listener {

    @Override
    public void visited(String url, FetchOutcome outcome, List<String> missing) {
      var lacking = missing.isEmpty() ? "" : Texts.of("site.lacking", missing);
      Output.note(spec, outcome + " " + url + lacking);
    }

    @Override
    public void forbidden(String url) {
      Output.note(spec, Texts.of("site.forbidden", url));
    }

    @Override
    public void ad(ObservedAd ad) {
      target.write(ad);
    }
  }
}
