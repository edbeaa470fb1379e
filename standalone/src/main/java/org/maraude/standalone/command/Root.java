package org.maraude.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "maraude",
    mixinStandardHelpOptions = true,
    version = "maraude 0.1.0",
    resourceBundle = "org.maraude.standalone.command.help",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      CrawlerCommand.class,
      AnalyzerCommand.class,
      DashboardCommand.class,
      SiteCommand.class,
      ImportCommand.class,
      AssessCommand.class,
      BacktestCommand.class,
      TokenCommand.class,
      ResetSecondFactorCommand.class,
      AuditCommand.class,
      RetentionCommand.class,
      SubjectCommand.class,
      ExportCommand.class,
      ExportBudgetCommand.class,
      VerifyCommand.class,
      HelpCommand.class
    })
final class Root implements Runnable {

  @Spec private CommandSpec spec;

  Root() {
    // Set by picocli before anything runs.
    spec = CommandSpec.create();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Texts.of("command.missing"));
  }
}
