package org.maraude.dashboard.accounts;

/**
 * What a log-in is checked against.
 *
 * @param passwordHash with its method before it
 * @param secondFactorDue whether this person sets one up at the next log-in; in a demo, only those
 *     who were invited do
 */
public record Credentials(
    Person person, String passwordHash, boolean enabled, boolean secondFactorDue) {

  @Override
  public String toString() {
    return "Credentials[" + person.name() + "]";
  }
}
