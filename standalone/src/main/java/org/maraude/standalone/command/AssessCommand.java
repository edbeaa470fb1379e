package org.maraude.standalone.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.file.AssessFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.contacts.KeyFolder;
import org.maraude.standalone.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    description = {
      "Assesses a file of ads (NDJSON), one assessment a line on standard output, in input order.",
      "A bad line is reported with its number and skipped; the exit code is 3 then."
    })
final class AssessCommand implements Callable<Integer> {

  private static final long PROGRESS_EVERY = 1_000;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "ADS.ndjson", description = "one ad a line; - reads standard input")
  private Path file = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "keys of an installation (default: keys made for this run and thrown away)")
  private @Nullable Path keys;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "rules of your own beside the built-in")
  private @Nullable Path rules;

  @Option(names = "--reveal-contacts", description = "contacts in clear beside their seals")
  private boolean reveal;

  @Override
  public Integer call() throws IOException {
    Logs.quiet();
    if (!isStandardInput() && !Files.isReadable(file)) {
      throw new UsageException("the file %s cannot be read; check the path".formatted(file));
    }
    if (keys != null) {
      return assess(keys);
    }
    var passing = Files.createTempDirectory("maraude-keys-");
    try {
      return assess(passing);
    } finally {
      delete(passing);
    }
  }

  private int assess(Path keyFolder) throws IOException {
    var ruleFiles = rules == null ? RuleFiles.builtIn() : RuleFiles.withFolder(rules);
    try (var assess =
            AssessFile.open(
                ruleFiles, KeyFolder.openOrCreate(keyFolder, Clock.systemUTC()), reveal);
        var in =
            new BufferedInputStream(isStandardInput() ? System.in : Files.newInputStream(file));
        var out = new WriterStream(Objects.requireNonNull(spec).commandLine().getOut())) {
      var result = assess.run(in, out, new Told(spec));
      Output.note(
          spec,
          Texts.of("assess.done", result.assessed(), result.minor(), result.adult(), result.bad()));
      return result.bad() > 0 ? CommandLines.SKIPPED_SOME : CommandLines.OK;
    }
  }

  private boolean isStandardInput() {
    return file.toString().equals("-");
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the passing keys in " + folder + " could not be deleted", e);
    }
  }

  private record Told(@Nullable CommandSpec spec) implements AssessFile.Listener {

    @Override
    public void progress(AssessFile.Result soFar) {
      if (soFar.assessed() % PROGRESS_EVERY == 0 && soFar.assessed() > 0) {
        Output.note(spec, Texts.of("assess.progress", soFar.assessed()));
      }
    }

    @Override
    public void badLine(long number, String reason) {
      Output.note(spec, Texts.of("assess.badLine", number, reason));
    }
  }
}
