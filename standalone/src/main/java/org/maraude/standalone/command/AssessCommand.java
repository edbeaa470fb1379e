package org.maraude.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.file.AssessFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.contacts.KeyFolder;
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

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "ADS.ndjson",
      description = "one ad a line; .gz is unpacked; - reads standard input")
  private Path file = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "seal contacts with an installation's keys (default: none sealed, masked only)")
  private @Nullable Path keys;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "rules of your own beside the built-in")
  private @Nullable Path rules;

  @Option(names = "--reveal-contacts", description = "contacts in clear beside their masks")
  private boolean reveal;

  @Option(
      names = "--no-links",
      description = "each ad by itself: shared contacts and texts are not looked for")
  private boolean noLinks;

  @Option(names = "--quiet", description = "no progress on standard error")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    Logs.quiet();
    var ruleFiles = rules == null ? RuleFiles.builtIn() : RuleFiles.withFolder(rules);
    try (var in = AdsFile.open(file);
        var assess = AssessFile.open(ruleFiles, keyFolder(), reveal);
        var out = new WriterStream(Objects.requireNonNull(spec).commandLine().getOut())) {
      var reading = noLinks ? assess : assess.withLinks();
      var result = reading.run(in, out, new Told(spec, new Progress(spec, quiet)));
      if (!quiet) {
        Output.note(
            spec,
            Texts.of(
                "assess.done", result.assessed(), result.minor(), result.adult(), result.bad()));
        if (result.again() > 0) {
          Output.note(spec, Texts.of("assess.again", result.again()));
        }
      }
      return result.bad() > 0 ? CommandLines.SKIPPED_SOME : CommandLines.OK;
    }
  }

  private @Nullable KeyFolder keyFolder() {
    return keys == null ? null : KeyFolder.openOrCreate(keys, Clock.systemUTC());
  }

  private record Told(@Nullable CommandSpec spec, Progress progress)
      implements AssessFile.Listener {

    @Override
    public void progress(AssessFile.Result soFar) {
      progress.at(soFar.assessed(), soFar.adult() + soFar.minor());
    }

    @Override
    public void badLine(long number, String reason) {
      Output.note(spec, Texts.of("assess.badLine", number, reason));
    }

    @Override
    public void runsBackwards(long number) {
      Output.note(spec, Texts.of("assess.backwards", number));
    }

    @Override
    public void readsAgain() {
      progress.step(Texts.of("assess.readsAgain"));
    }
  }
}
