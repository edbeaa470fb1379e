package org.maraude.dashboard.accounts;

/**
 * What a log-in is checked against.
 *
 * @param passwordHash with its method before it
 */
public record Credentials(Person person, String passwordHash, boolean enabled) {

  @Override
  public String toString() {
    return "Credentials[" + person.name() + "]";
  }
}
