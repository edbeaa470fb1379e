package org.maraude.benchmarks.console;

/** By which one of the people of a measure logs in. */
record Login(String name, String password) {

  static Login of(int number) {
    return new Login("reviewer-" + number, "lantern bridge " + number + " quiet harbour");
  }
}
