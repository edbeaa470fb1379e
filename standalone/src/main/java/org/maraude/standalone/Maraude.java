package org.maraude.standalone;

import org.maraude.standalone.command.CommandLines;

/** Where the program begins: {@code ./maraude COMMAND}. */
public final class Maraude {

  private Maraude() {}

  public static void main(String[] args) {
    System.exit(CommandLines.run(args));
  }
}
