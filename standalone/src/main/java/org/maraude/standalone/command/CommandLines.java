package org.maraude.standalone.command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs a command line and turns what went wrong into one line and an exit code. */
public final class CommandLines {

  /** Done. */
  static final int OK = 0;

  /** The program failed, through no fault of the person who typed. */
  static final int FAILED = 1;

  /** What was given is wrong; nothing was done. */
  static final int WRONG_INPUT = 2;

  /** Done, but some of the input was skipped and named. */
  static final int SKIPPED_SOME = 3;

  private CommandLines() {}

  /** Runs a command and returns its exit code. */
  public static int run(String... args) {
    return run(utf8(System.out), utf8(System.err), args);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Root())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(CommandLines::wrongParameter)
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .execute(args);
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  private static int wrongParameter(ParameterException wrong, String[] args) {
    var command = wrong.getCommandLine();
    say(command, firstLine(String.valueOf(wrong.getMessage())));
    command
        .getErr()
        .println(Texts.of("command.tryHelp", command.getCommandSpec().qualifiedName(" ")));
    command.getErr().flush();
    return WRONG_INPUT;
  }

  private static int failed(Exception failure, CommandLine command) {
    if (WrongInput.is(failure)) {
      say(command, firstLine(String.valueOf(failure.getMessage())));
      return WRONG_INPUT;
    }
    LoggerFactory.getLogger(CommandLines.class).error("the command failed", failure);
    say(command, Texts.of("command.failed", firstLine(failure.toString())));
    return FAILED;
  }

  private static void say(CommandLine command, String line) {
    PrintWriter err = command.getErr();
    err.println("maraude: " + line);
    err.flush();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
