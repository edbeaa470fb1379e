package org.maraude.dashboard.following;

import java.util.UUID;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;

/**
 * How somebody stands to a case of their team, and what of it they see. Everybody who accompanies
 * people sees what one needs to stand in for a day; a lead sees what the association answers for;
 * what concerns health is for who accompanies alone. Pure.
 */
public enum Standing {
  /** Accompanies the person. */
  ACCOMPANIES(true, true),
  /** Answers for the team. */
  LEADS(true, false),
  /** Another worker of the team. */
  STANDS_IN(false, false);

  private final boolean seesClose;
  private final boolean seesHealth;

  Standing(boolean seesClose, boolean seesHealth) {
    this.seesClose = seesClose;
    this.seesHealth = seesHealth;
  }

  /**
   * Of somebody in the case's team.
   *
   * @param worker who accompanies
   */
  static Standing of(UUID worker, Person reader) {
    if (worker.equals(reader.id())) {
      return ACCOMPANIES;
    }
    return reader.may(Permission.LEAD_CASES) ? LEADS : STANDS_IN;
  }

  /** Contact, needs, situation and what was written. */
  public boolean seesClose() {
    return seesClose;
  }

  public boolean seesHealth() {
    return seesHealth;
  }

  /** May close, reopen and hand over. */
  public boolean leads() {
    return seesClose;
  }
}
