package org.maraude.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.file.Backtest;
import org.maraude.analyzer.rules.ChangedRules;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.events.assessment.Queue;
import org.maraude.standalone.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Tries changed rules on a file of ads against today's: what each rule newly flags and no",
      "longer flags, and how the queues change. Examples are masked. Nothing is put into use."
    })
final class BacktestCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RULES",
      description = {
        "changed rules: a folder, or one file; each file takes the place of its namesake, each rule",
        "that of the rule with its id"
      })
  private Path changed = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "ADS.ndjson",
      description = "one ad a line; .gz is unpacked; - reads standard input")
  private Path file = Path.of("");

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "today's rules of your own (default: the built-in alone)")
  private @Nullable Path today;

  @Option(names = "--json", description = "the whole report as one JSON object")
  private boolean json;

  @Option(names = "--quiet", description = "no progress on standard error")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    Logs.quiet();
    var before = today == null ? RuleFiles.builtIn() : RuleFiles.withFolder(today);
    var after = changedRules(before);
    after.moved().forEach(place -> Output.note(spec, Texts.of("backtest.moved", place)));
    try (var in = AdsFile.open(file);
        var backtest = Backtest.open(before, after.files())) {
      var report = backtest.run(in, new Told(spec, new Progress(spec, quiet)));
      if (json) {
        Output.line(spec, JsonMapper.shared().writeValueAsString(report));
      } else {
        print(report);
      }
      return report.bad() > 0 ? CommandLines.SKIPPED_SOME : CommandLines.OK;
    }
  }

  private ChangedRules changedRules(List<RuleFile> before) {
    if (Files.isDirectory(changed)) {
      return ChangedRules.of(before, RuleFiles.own(changed));
    }
    if (!Files.isReadable(changed)) {
      throw new UsageException(
          "the rules %s cannot be read; give a folder or a .yaml file".formatted(changed));
    }
    return ChangedRules.of(before, List.of(RuleFiles.file(changed)));
  }

  private void print(Backtest.Report report) {
    Output.line(spec, Texts.of("backtest.ads", report.ads(), report.bad()));
    section("backtest.queues");
    for (var queue : Queue.values()) {
      long before = report.before().getOrDefault(queue, 0L);
      long after = report.after().getOrDefault(queue, 0L);
      Output.line(
          spec,
          Texts.of(
              "backtest.queue",
              word(queue),
              before,
              after,
              share(before, report.ads()),
              share(after, report.ads())));
    }
    for (var move : report.moves()) {
      Output.line(spec, Texts.of("backtest.moves", word(move.from()), word(move.to()), move.ads()));
      examples("*", move.examples());
    }
    if (report.rules().isEmpty()) {
      Output.line(spec, "");
      Output.line(spec, Texts.of("backtest.same"));
      return;
    }
    section("backtest.rules");
    report
        .rules()
        .forEach((rule, change) -> {
          Output.line(spec, Texts.of("backtest.rule", rule, change.newly(), change.noLonger()));
          examples("+", change.newExamples());
          examples("-", change.lostExamples());
        });
  }

  private void section(String title) {
    Output.line(spec, "");
    Output.line(spec, Texts.of(title));
  }

  private static String word(Queue queue) {
    return Texts.of("backtest.queue." + queue);
  }

  private void examples(String mark, List<Backtest.Example> examples) {
    for (var example : examples) {
      Output.line(spec, Texts.of("backtest.example", mark, example.adId() + ": " + example.text()));
    }
  }

  private static String share(long part, long whole) {
    return String.format(Locale.getDefault(), "%.2f", whole == 0 ? 0 : 100.0 * part / whole);
  }

  private record Told(@Nullable CommandSpec spec, Progress progress) implements Backtest.Listener {

    @Override
    public void progress(long ads, long flagged) {
      progress.at(ads, flagged);
    }

    @Override
    public void badLine(long number, String reason) {
      Output.note(spec, Texts.of("assess.badLine", number, reason));
    }
  }
}
