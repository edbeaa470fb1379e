package org.maraude.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.crawler.warc.WarcImport;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.installation.RunningBroker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the ads of saved pages (WARC, as wget --warc-file writes it) by a site file,",
      "into a file with --out, otherwise into the pipeline of a running installation."
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE.warc.gz", description = "the archive")
  private Path archive = Path.of("");

  @Option(
      names = "--site",
      required = true,
      paramLabel = "SITE.yaml",
      description = "its site file")
  private Path siteFile = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "where the ads go, one a line")
  private @Nullable Path out;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "a Kafka of yours (default: that of the installation in --data)")
  private @Nullable String kafka;

  @Override
  public Integer call() {
    Logs.quiet();
    var site = SiteFileReader.read(siteFile);
    if (!Files.isReadable(archive)) {
      throw new UsageException("the archive %s cannot be read; check the path".formatted(archive));
    }
    var summary = out == null ? intoPipeline(site) : intoFile(site, out);
    Output.note(spec, Texts.of("import.done", summary.pages(), summary.ads()));
    summary
        .unread()
        .forEach((reason, count) -> Output.note(spec, Texts.of("import.unread", count, reason)));
    return summary.unread().isEmpty() ? CommandLines.OK : CommandLines.SKIPPED_SOME;
  }

  private WarcImport.Summary intoPipeline(SiteFile site) {
    var address = kafka == null ? RunningBroker.of(data.open()) : kafka;
    return WarcImport.intoPipeline(archive, site, address);
  }

  private WarcImport.Summary intoFile(SiteFile site, Path file) {
    try (var target = NdjsonFile.open(file, Objects.requireNonNull(spec).commandLine().getOut())) {
      var summary = WarcImport.ads(archive, site, target::write);
      target.complete();
      return summary;
    }
  }
}
