package org.maraude.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.crawler.warc.WarcDamage;
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
      "into a file with --out, otherwise into the pipeline of a running installation.",
      "What is damaged is named and left out; the exit code is 3 then."
    })
final class ImportCommand implements Callable<Integer> {

  private static final int MOST_DAMAGES_TOLD = 20;

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
    summary.damages().stream().limit(MOST_DAMAGES_TOLD).forEach(this::tell);
    if (summary.damages().size() > MOST_DAMAGES_TOLD) {
      Output.note(spec, Texts.of("import.damages", summary.damages().size()));
    }
    return summary.unread().isEmpty() && summary.damages().isEmpty()
        ? CommandLines.OK
        : CommandLines.SKIPPED_SOME;
  }

  private void tell(WarcDamage damage) {
    Output.note(
        spec,
        Texts.of(
            "import.damage",
            archive.getFileName(),
            Long.toString(damage.record()),
            Long.toString(damage.offset()),
            damage.problem()));
  }

  /** Every ten per cent, because an archive may take minutes. */
  private WarcImport.Progress progress() {
    var told = new AtomicInteger();
    return share -> {
      int tenth = (int) (share * 10);
      if (tenth > told.get()) {
        told.set(tenth);
        Output.note(spec, Texts.of("import.progress", tenth * 10));
      }
    };
  }

  private WarcImport.Summary intoPipeline(SiteFile site) {
    var address = kafka == null ? RunningBroker.of(data.open()) : kafka;
    return WarcImport.intoPipeline(archive, site, progress(), address);
  }

  private WarcImport.Summary intoFile(SiteFile site, Path file) {
    try (var target = NdjsonFile.open(file, Objects.requireNonNull(spec).commandLine().getOut())) {
      var summary = WarcImport.ads(archive, site, progress(), target::write);
      target.complete();
      return summary;
    }
  }
}
