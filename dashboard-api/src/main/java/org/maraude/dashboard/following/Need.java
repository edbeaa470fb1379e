package org.maraude.dashboard.following;

/**
 * What somebody asked for. Health is a part of its own ({@link Parts.Health}): fewer people see it.
 * Names stay as they are: sealed texts hold them.
 */
public enum Need {
  HOUSING,
  PAPERS,
  FOOD,
  LEAVING,
  RIGHTS,
  MONEY,
  LANGUAGE_COURSE,
  SOMEBODY_TO_TALK_TO
}
