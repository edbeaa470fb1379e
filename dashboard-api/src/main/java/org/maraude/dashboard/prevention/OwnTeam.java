package org.maraude.dashboard.prevention;

/** Which campaigns exist for a person: those of their team, from the moment they are in it. */
final class OwnTeam {

  /** The condition in SQL on {@code campaigns c}, with one question mark for the person's id. */
  static final String CONDITION = "c.team = (select u.team from users u where u.id = ?)";

  private OwnTeam() {}
}
