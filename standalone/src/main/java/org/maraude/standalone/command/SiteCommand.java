package org.maraude.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    subcommands = {SiteCheckCommand.class, SiteTryCommand.class},
    description = "Writes and tests site files: 'site check' and 'site try'.")
final class SiteCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Texts.of("command.missing"));
  }
}
