package org.maraude.dashboard.accounts;

/** A log-in of the demo, for its launcher to print. */
public record DemoLogin(String name, Role role, String password) {

  @Override
  public String toString() {
    return "DemoLogin[" + name + ", " + role + "]";
  }
}
