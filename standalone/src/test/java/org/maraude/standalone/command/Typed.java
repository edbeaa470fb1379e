package org.maraude.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command line as a person would type it, and what came back. */
public record Typed(int exit, String out, String err) {

  public static Typed run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit = CommandLines.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Typed(exit, out.toString(), err.toString());
  }
}
