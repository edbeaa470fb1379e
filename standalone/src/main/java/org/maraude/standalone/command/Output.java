package org.maraude.standalone.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Standard output and standard error of a command. */
final class Output {

  private Output() {}

  /** A line of the command's result. */
  static void line(@Nullable CommandSpec spec, String text) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(text);
    out.flush();
  }

  /** A line for the person who waits. */
  static void note(@Nullable CommandSpec spec, String text) {
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("maraude: " + text);
    err.flush();
  }
}
