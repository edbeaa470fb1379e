package org.maraude.standalone.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.extract.AdReading;
import org.maraude.crawler.extract.Extracted;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.crawler.trial.SiteCheck;
import org.maraude.events.EventJson;
import org.maraude.standalone.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Validates a site file, and shows what it would read from a saved page.")
final class SiteCheckCommand implements Callable<Integer> {

  private static final int LONGEST_SHOWN = 70;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SITE.yaml", description = "the site file")
  private Path file = Path.of("");

  @Option(
      names = "--page",
      paramLabel = "SAVED.html",
      description = "a page saved by a browser or wget")
  private @Nullable Path page;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "where the page was saved from (default: the site's first page)")
  private @Nullable String url;

  @Override
  public Integer call() {
    Logs.quiet();
    var site = SiteFileReader.read(file);
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(Texts.of("site.good", file.getFileName(), site.id()));
    boolean read = true;
    if (page != null) {
      if (!Files.isReadable(page)) {
        throw new UsageException("the page %s cannot be read; check the path".formatted(page));
      }
      var reading = SiteCheck.read(site, page, url, Clock.systemUTC().instant());
      read = show(out, reading);
    }
    out.flush();
    return read ? CommandLines.OK : CommandLines.SKIPPED_SOME;
  }

  private static boolean show(PrintWriter out, SiteCheck.Reading reading) {
    if (reading.asListing() instanceof Extracted.Listing(var listing)
        && !listing.cards().isEmpty()) {
      out.println(Texts.of("site.listing", listing.cards().size()));
      listing.cards().forEach(card -> out.println("  " + card.url()));
      out.println(Texts.of("site.next", Objects.requireNonNullElse(listing.next(), "-")));
      return true;
    }
    return switch (reading.asAd().extracted()) {
      case Extracted.Ad(var ad, var missing) -> {
        out.println(Texts.of("site.ad", missing));
        fields(out, reading.asAd(), missing);
        out.println(EventJson.writeLine(ad));
        yield true;
      }
      case Extracted.Incomplete(var missing) -> {
        out.println(Texts.of("site.incomplete", missing));
        fields(out, reading.asAd(), missing);
        yield false;
      }
      case Extracted.Wall wall -> {
        out.println(Texts.of("site.wall"));
        yield false;
      }
      case Extracted.Undecodable undecodable -> {
        out.println(Texts.of("site.undecodable"));
        yield false;
      }
      case Extracted.Listing empty -> {
        out.println(Texts.of("site.nothing"));
        yield false;
      }
    };
  }

  /** Each field with its value and what yielded it. */
  private static void fields(PrintWriter out, AdReading ad, List<String> missing) {
    ad.readings()
        .forEach((name, reading) -> {
          if (!reading.value().isEmpty()) {
            out.println(
                "  %-12s %s  [%s]".formatted(name, shortened(reading.value()), reading.rule()));
          }
        });
    missing.forEach(name -> out.println("  %-12s %s".formatted(name, Texts.of("site.missing"))));
  }

  private static String shortened(String value) {
    var line = value.replace("\n", " / ");
    return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
